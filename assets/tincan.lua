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
        if json and body(0, 1):uint() == 0x7b then
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
