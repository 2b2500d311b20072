import hashlib
import json
import math
import struct
from array import array
from collections import namedtuple
