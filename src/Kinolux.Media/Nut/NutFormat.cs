namespace Kinolux.Media.Nut;

/// <summary>Constants of the NUT container, "NUT Open Container Format", FFmpeg and MPlayer developers, 2006 to 2013, version 3.</summary>
internal static class NutFormat
{
    public const ulong MainStart = 0x4E4D7A561F5F04AD;
    public const ulong StreamStart = 0x4E5311405BF2F9DB;
    public const ulong SyncpointStart = 0x4E4BE4ADEECA4569;

    public const uint FlagKey = 1;
    public const uint FlagCodedPts = 8;
    public const uint FlagStreamId = 16;
    public const uint FlagSizeMsb = 32;
    public const uint FlagChecksum = 64;
    public const uint FlagReserved = 128;
    public const uint FlagHeaderIndex = 1024;
    public const uint FlagMatchTime = 2048;
    public const uint FlagCoded = 4096;
    public const uint FlagInvalid = 8192;

    public static ReadOnlySpan<byte> FileId => "nut/multimedia container\0"u8;

    /// <summary>CRC-32 with generator 0x04C11DB7, highest bit first, starting from 0, of each packet.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        foreach (var value in bytes)
        {
            crc ^= (uint)value << 24;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
        }
        return crc;
    }
}
