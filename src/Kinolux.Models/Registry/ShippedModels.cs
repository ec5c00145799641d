namespace Kinolux.Models.Registry;

/// <summary>The folder <c>models</c> that comes with Kinolux: beside the program, or in a folder above it, as in a checkout.</summary>
public static class ShippedModels
{
    /// <summary>Null where there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "models", "denoise-gray.json")))
                return Path.Combine(folder.FullName, "models");
        return null;
    }
}
