using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>What the brackets behind a name say of how somebody is there.</summary>
internal static class CueLook
{
    /// <summary>False for V.O., O.S. and every device that a voice or a picture comes from.</summary>
    public static bool IsSeen(Cue cue) => !cue.Extensions.Any(extension => IsUnseen(extension) || IsDevice(extension));

    /// <summary>True where a voice may come from another place or time: V.O., a recording, a ghost; O.S. is heard from the next room.</summary>
    public static bool IsElsewhere(Cue cue) => cue.Extensions.Any(extension => IsDevice(extension) || Plain(extension) is "VO" or "VOICEOVER" or "VOICE" or "NARRATION" or "NARRATOR" or "PRELAP" or "POSTLAP");

    private static bool IsUnseen(string extension) => Plain(extension) is "VO" or "OS" or "OC" or "OFF" or "VOICEOVER" or "OFFSCREEN" or "OFFCAMERA" or "OFFSTAGE" or "VOICE" or "PRELAP" or "WITHIN";

    private static bool IsDevice(string extension)
    {
        foreach (var word in extension.ToUpperInvariant().Split([' ', '.', ',', '/', '-', '\''], StringSplitOptions.RemoveEmptyEntries))
            if (word is "PHONE" or "RADIO" or "TV" or "TELEVISION" or "SCREEN" or "RECORDING" or "RECORDED" or "VIDEO" or "TAPE" or "FILTERED" or "SPEAKER" or "INTERCOM" or "COMM" or "COMMS" or "HOLOGRAM" or "HOLO" or "GHOST" or "SPIRIT" or "MEMORY" or "VISION"
                or "DREAM" or "FLASHBACK" or "VOICEMAIL" or "MACHINE" or "MONITOR" or "ECHO" or "THOUGHT" or "THOUGHTS" or "TELEPATHIC" or "MONTAGE" or "YOUNGER" or "YOUNG" or "PHOTO" or "LAPTOP" or "COMPUTER" or "TEXT" or "LETTER" or "CCTV" or "WALKIE" or "HEADSET" or "EARPIECE" or "ZOOM")
                return true;
        return false;
    }

    private static string Plain(string extension) => string.Concat(extension.Where(char.IsLetter)).ToUpperInvariant();
}
