namespace Kinolux.Script.Model;

/// <summary>What can be asked of a kind of element.</summary>
public static class ElementKinds
{
    extension(ElementKind kind)
    {
        /// <summary>False for sections, synopses, notes and boneyard: they are on no page and weigh nothing.</summary>
        public bool IsPrinted => kind is not (ElementKind.Section or ElementKind.Synopsis or ElementKind.Note or ElementKind.Boneyard);

        /// <summary>True for cue, parenthetical, dialogue and lyrics under a cue.</summary>
        public bool IsSpeech => kind is ElementKind.Character or ElementKind.Parenthetical or ElementKind.Dialogue or ElementKind.Lyrics;
    }
}
