-- A Wireshark dissector for the Tincan protocol, version 1 (docs/protocol.md).
--
-- Copy it into the folder that Wireshark names in About, Folders, Personal Lua Plugins, or try it with
--   tshark -X lua_script:tincan.lua -r recording.pcapng

local PORT = 8462
local HEADER = 5
local LONGEST = 1048576

local KINDS = {
    [1] = "HELLO", [2] = "WELCOME", [3] = "REFUSED", [4] = "ROSTER", [5] = "ENTRY", [6] = "SAY", [7] = "ACK",
    [8] = "TYPING", [9] = "TYPISTS", [10] = "PING", [11] = "PONG", [12] = "BYE", [13] = "OPENING", [14] = "CHOICE",
    [15] = "PROOF", [16] = "WATCH", [17] = "TRACE", [18] = "CLOCK", [19] = "FLOOR", [20] = "VOICE",
    [21] = "PACKET",
}

local tincan = Proto("tincan", "Tincan")
local fields = {
    length = ProtoField.uint32("tincan.length", "Length of kind and body", base.DEC),
    kind = ProtoField.uint8("tincan.kind", "Kind", base.DEC, KINDS),
    name = ProtoField.string("tincan.name", "Frame"),
    body = ProtoField.bytes("tincan.body", "Body"),
    line = ProtoField.string("tincan.line", "Plain lines"),
}
tincan.fields = fields

local PACKET = 21
local VOICE_HEADER = 16
local TAG = 16
local MOST_SOUND = 400
local VOICE, PING, PONG, REPORT = 1, 2, 3, 4
local TYPES = { [VOICE] = "VOICE", [PING] = "PING", [PONG] = "PONG", [REPORT] = "REPORT" }
-- How long what follows the header is, where it is always as long: a length of two bytes, and numbers.
local BODIES = { [PING] = 18, [PONG] = 18, [REPORT] = 10 }

local voice = Proto("tincan_voice", "Tincan voice")
local packet = {
    version = ProtoField.uint8("tincan_voice.version", "Version", base.DEC, nil, 0xf0),
    type = ProtoField.uint8("tincan_voice.type", "Type", base.DEC, TYPES, 0x0f),
    flags = ProtoField.uint8("tincan_voice.flags", "Bits", base.HEX),
    keys = ProtoField.uint8("tincan_voice.keys", "Keys, modulo 4", base.DEC, nil, 0xc0),
    further = ProtoField.uint8("tincan_voice.further", "Frames of earlier packets", base.DEC, nil, 0x30),
    clear = ProtoField.bool("tincan_voice.clear", "Not sealed", 8, nil, 0x08),
    duplex = ProtoField.bool("tincan_voice.duplex", "Everybody may talk", 8, nil, 0x04),
    last = ProtoField.bool("tincan_voice.last", "Last of a burst", 8, nil, 0x02),
    first = ProtoField.bool("tincan_voice.first", "First of a burst", 8, nil, 0x01),
    sender = ProtoField.uint16("tincan_voice.sender", "Sender", base.DEC),
    turn = ProtoField.uint32("tincan_voice.turn", "Epoch of the turn", base.DEC),
    number = ProtoField.uint32("tincan_voice.number", "Number", base.DEC),
    time = ProtoField.uint32("tincan_voice.time", "Time in samples at 48 kHz", base.DEC),
    length = ProtoField.uint16("tincan_voice.length", "Length", base.DEC),
    sound = ProtoField.bytes("tincan_voice.sound", "Sound of 10 ms, in Opus"),
    earlier = ProtoField.bytes("tincan_voice.earlier", "Sound of an earlier packet once more, in Opus"),
    stamp = ProtoField.uint64("tincan_voice.stamp", "Stamp", base.HEX),
    place = ProtoField.uint64("tincan_voice.place", "Number of the place", base.HEX),
    about = ProtoField.uint16("tincan_voice.about", "About member", base.DEC),
    sent = ProtoField.uint16("tincan_voice.sent", "Packets sent", base.DEC),
    received = ProtoField.uint16("tincan_voice.received", "Packets received", base.DEC),
    lost = ProtoField.uint16("tincan_voice.lost", "Most lost in a row", base.DEC),
    sealed = ProtoField.bytes("tincan_voice.sealed", "Sealed"),
    tag = ProtoField.bytes("tincan_voice.tag", "Proof"),
}
voice.fields = packet

local json = Dissector.get("json")
local tls = Dissector.get("tls")

local function name_of(kind)
    if KINDS[kind] then return KINDS[kind] end
    return (kind >= 128 and "LESSON " or "KIND ") .. kind
end

-- The names of the frames of the packet that is being dissected, for its Info column.
local seen = {}

local function frame_length(buffer, _, offset)
    return 4 + buffer(offset, 4):uint()
end

-- The header of a voice packet; nil if these bytes cannot be one. What is not checked here is never read.
local function voice_header(buffer)
    if buffer:len() < VOICE_HEADER then return nil end
    local first, flags = buffer(0, 1):uint(), buffer(1, 1):uint()
    local kind = first % 16
    if first - kind ~= 16 or not TYPES[kind] then return nil end
    local header = {
        kind = kind,
        further = math.floor(flags / 16) % 4,
        clear = math.floor(flags / 8) % 2 == 1,
        -- nothing that only voice needs
        bare = flags % 8 == 0 and math.floor(flags / 16) % 4 == 0,
        sender = buffer(2, 2):uint(),
        turn = buffer(4, 4):uint(),
        number = buffer(8, 4):uint(),
        time = buffer(12, 4):uint(),
    }
    local body = buffer:len() - VOICE_HEADER - (header.clear and 0 or TAG)
    if BODIES[kind] then
        if body ~= BODIES[kind] or header.further ~= 0 then return nil end
        if header.clear and buffer(VOICE_HEADER, 2):uint() ~= body - 2 then return nil end
        return header
    end
    if not header.clear then
        return body >= 2 * (1 + header.further) and body <= 4 * (2 + MOST_SOUND) and header or nil
    end
    local at = VOICE_HEADER
    for _ = 0, header.further do
        if at + 2 > buffer:len() then return nil end
        local length = buffer(at, 2):uint()
        at = at + 2 + length
        if length > MOST_SOUND or at > buffer:len() then return nil end
    end
    return at == buffer:len() and header or nil
end

local function add_flags(buffer, tree)
    local bits = tree:add(packet.flags, buffer)
    for _, field in ipairs({ "keys", "further", "clear", "duplex", "last", "first" }) do
        bits:add(packet[field], buffer)
    end
end

local function add_sound(buffer, tree, header)
    local at = VOICE_HEADER
    for i = 0, header.further do
        local length = buffer(at, 2):uint()
        tree:add(packet.length, buffer(at, 2))
        if length > 0 then
            tree:add(i == 0 and packet.sound or packet.earlier, buffer(at + 2, length))
        end
        at = at + 2 + length
    end
end

local function add_numbers(buffer, tree, width, names)
    tree:add(packet.length, buffer(VOICE_HEADER, 2))
    for i, name in ipairs(names) do
        tree:add(packet[name], buffer(VOICE_HEADER + 2 + (i - 1) * width, width))
    end
end

local function add_body(buffer, tree, header)
    if not header.clear then
        tree:add(packet.sealed, buffer(VOICE_HEADER, buffer:len() - VOICE_HEADER - TAG))
        tree:add(packet.tag, buffer(buffer:len() - TAG, TAG))
    elseif header.kind == VOICE then
        add_sound(buffer, tree, header)
    elseif header.kind == REPORT then
        add_numbers(buffer, tree, 2, { "about", "sent", "received", "lost" })
    else
        add_numbers(buffer, tree, 8, { "stamp", "place" })
    end
end

-- Adds a voice packet to the tree, and says what it is.
local function add_voice(buffer, tree, header)
    local name = TYPES[header.kind] .. " " .. header.number .. " of member " .. header.sender
    local items = tree:add(voice, buffer, "Tincan voice, " .. name .. (header.clear and "" or ", sealed"))
    items:add(packet.version, buffer(0, 1))
    items:add(packet.type, buffer(0, 1))
    add_flags(buffer(1, 1), items)
    items:add(packet.sender, buffer(2, 2))
    items:add(packet.turn, buffer(4, 4))
    items:add(packet.number, buffer(8, 4))
    items:add(packet.time, buffer(12, 4))
    add_body(buffer, items, header)
    return name
end

function voice.dissector(buffer, pinfo, tree)
    local header = voice_header(buffer)
    if not header then return 0 end
    pinfo.cols.protocol = "TINCAN"
    pinfo.cols.info = add_voice(buffer(), tree, header)
    return buffer:len()
end

-- At other ports datagrams are ours if one of them cannot well be anything else: one that is not sealed has lengths that
-- fit, and what is no voice has nothing in the fields that only voice needs.
local function sounds_like_ours(buffer, pinfo, tree)
    local header = voice_header(buffer)
    if not header or header.sender == 0 then return false end
    if header.kind == VOICE and not header.clear then return false end
    if header.kind ~= VOICE and not (header.bare and header.turn == 0 and header.time == 0) then return false end
    pinfo.conversation = voice
    voice.dissector(buffer, pinfo, tree)
    return true
end

local function dissect_frame(buffer, pinfo, tree)
    local length, kind = buffer(0, 4):uint(), buffer(4, 1):uint()
    local name = name_of(kind)
    seen[#seen + 1] = name
    local frame = tree:add(tincan, buffer(), "Tincan " .. name .. ", " .. (length - 1) .. " bytes of body")
    frame:add(fields.length, buffer(0, 4))
    frame:add(fields.kind, buffer(4, 1))
    frame:add(fields.name, buffer(4, 1), name):set_generated()
    if length > 1 then
        local body = buffer(HEADER, length - 1)
        frame:add(fields.body, body)
        local header = kind == PACKET and voice_header(body) or nil
        if header then
            add_voice(body, frame, header)
        elseif json and body(0, 1):uint() == 0x7b then
            json:call(body:tvb(), pinfo, frame)
        end
    end
    return 4 + length
end

local function is_tls(buffer)
    local first = buffer(0, 1):uint()
    return buffer:len() > 1 and first >= 20 and first <= 23 and buffer(1, 1):uint() == 3
end

local function is_frame(buffer)
    if buffer:len() < 4 then return buffer(0, 1):uint() == 0 end
    local length = buffer(0, 4):uint()
    return length >= 1 and length <= LONGEST
end

local function show(pinfo)
    pinfo.cols.protocol = "TINCAN"
    pinfo.cols.info = table.concat(seen, ", ")
end

function tincan.dissector(buffer, pinfo, tree)
    if buffer:len() == 0 then return 0 end
    if is_tls(buffer) then return tls:call(buffer, pinfo, tree) end
    seen = {}
    if not is_frame(buffer) then
        -- somebody with netcat
        tree:add(tincan, buffer(), "Tincan, plain lines"):add(fields.line, buffer())
        seen[1] = "LINE"
        show(pinfo)
        return buffer:len()
    end
    dissect_tcp_pdus(buffer, tree, 4, frame_length, dissect_frame)
    if #seen == 0 then seen[1] = "part of a frame" end
    show(pinfo)
    return buffer:len()
end

-- At other ports a stream is ours if it begins as one of ours does.
local function looks_like_ours(buffer, pinfo, tree)
    if buffer:len() < HEADER + 1 then return false end
    local length, kind = buffer(0, 4):uint(), buffer(4, 1):uint()
    if length < 3 or length > LONGEST or not KINDS[kind] or buffer(HEADER, 1):uint() ~= 0x7b then return false end
    pinfo.conversation = tincan
    tincan.dissector(buffer, pinfo, tree)
    return true
end

DissectorTable.get("tcp.port"):add(PORT, tincan)
tincan:register_heuristic("tcp", looks_like_ours)
DissectorTable.get("udp.port"):add(PORT, voice)
voice:register_heuristic("udp", sounds_like_ours)
