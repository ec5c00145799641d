namespace Kinolux.Script.Pages;

/// <summary>What can be asked of a paper.</summary>
public static class ScriptPapers
{
    extension(ScriptPaper paper)
    {
        /// <summary>Lines between the top and the bottom margin.</summary>
        public int Lines => paper == ScriptPaper.A4 ? 58 : ScriptPages.LinesPerPage;
    }
}
