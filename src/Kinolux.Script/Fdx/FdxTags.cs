using System.Globalization;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>Breakdown tags of a document: <c>TagData</c>.</summary>
internal static class FdxTags
{
    // Final Draft's own; others are carried by name.
    private static readonly (string Id, string Name)[] Known =
    [
        ("01fc9642-84ff-4366-b37c-a3068dee57e8", "Cast Members"), ("028a4e2b-b507-4d09-88ab-90e3edae9071", "Background Actors"), ("0377dbe6-77a3-41af-bda8-86eb2468fdbf", "Stunts"),
        ("04721a56-f54b-49c8-80ad-d53887d6b851", "Vehicles"), ("05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa", "Props"), ("069e18b8-2109-4f3d-94e7-d802027a60a8", "Special Effects"),
        ("0726fa85-1e65-4ab8-87de-bf21d09b01f0", "Wardrobe"), ("08ae1eef-32ce-415f-9a9b-0982d2453ec4", "Makeup/Hair"), ("09cb0d1c-ce01-4f22-bb64-b5f2e6c491c6", "Animals"),
        ("0ae40617-cc7c-48e6-ae2b-5aaecc09986f", "Animal Handler"), ("0b0b44c9-aa4b-4c40-88b1-d94472ad7a26", "Music"), ("0ce7d308-096d-4603-8fe8-349f72cd89ff", "Sound"),
        ("0debb71b-5743-4c53-80cc-e17e841ce645", "Set Dressing"), ("0e7a8fc5-5441-4bad-a9bf-5ddd3fe51c69", "Greenery"), ("0ff5cda4-4d43-4cfe-940f-91380c46fdad", "Special Equipment"),
        ("109d0eaa-0334-4823-ac0c-b44d3f209dc4", "Security"), ("1179a4b1-70ee-4011-b4a2-809a0af09e92", "Additional Labor"), ("12ab0932-e3b9-4b4a-bcd0-3da1b4e61d5e", "Visual Effects"),
        ("135cc9d1-c4d5-4d00-83d9-571f584ea9cd", "Mechanical Effects"), ("15b6f4fd-4e74-4ad8-9971-b239d88c2997", "Notes"), ("47b02ff1-5161-4137-b736-f36eebba7643", "Camera"),
    ];

    /// <summary>Every tag with its category and label; a tag without a definition has neither.</summary>
    public static List<ScriptTag> Read(FdxNode? data)
    {
        List<ScriptTag> tags = [];
        if (data is null)
            return tags;
        Dictionary<string, string> categories = Known.ToDictionary(one => one.Id, one => one.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var category in data.Child("TagCategories")?.Children ?? [])
            categories[category.Of("Id")] = category.Of("Name");
        Dictionary<string, FdxNode> definitions = [];
        foreach (var definition in data.Child("TagDefinitions")?.Children ?? [])
            definitions[definition.Of("Id")] = definition;
        foreach (var tag in data.Child("Tags")?.Children ?? [])
        {
            definitions.TryGetValue(tag.Child("DefId")?.Text.Trim() ?? "", out var definition);
            tags.Add(new ScriptTag(Number(tag.Of("Number")), definition is null ? "" : categories.GetValueOrDefault(definition.Of("CatId"), ""), definition?.Of("Label") ?? ""));
        }
        return tags;
    }

    /// <summary>A number of Final Draft's; 0 where it is none.</summary>
    public static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>What Final Draft knows a category by; a name of one's own has an id made of it.</summary>
    public static string IdOf(string category) =>
        Array.Find(Known, one => one.Name == category).Id ?? new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(category)).AsSpan(0, 16)).ToString();
}
