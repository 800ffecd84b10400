using System.Text.Json;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Contract.Drift;
using Wildberries.Sdk.Contract.Scaffold;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract;

/// <summary>The commands of the tool.</summary>
internal static class Commands
{
    public const int Same = 0;
    public const int Different = 1;
    public const int Unusable = 2;

    private const string Usage =
        """
        eng/contract drift FOLDER [--area AREA]
          Prints what WB's documents in the folder and the SDK say differently. Ends with 1 if anything, 0 if nothing, 2 if it cannot tell.
        eng/contract scaffold FOLDER AREA [OUT]
          Writes a first draft of an area into OUT (by default a folder with the area's name), which must not exist or be empty.
        """;

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            switch (arguments)
            {
                case ["drift", var folder]:
                    return Drift(folder, null, output);
                case ["drift", var folder, "--area", var area]:
                    return Drift(folder, area, output);
                case ["scaffold", var folder, var area]:
                    return Draft(folder, area, area, output);
                case ["scaffold", var folder, var area, var target]:
                    return Draft(folder, area, target, output);
                default:
                    errors.WriteLine(Usage);
                    return Unusable;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or JsonException or ArgumentException)
        {
            errors.WriteLine(exception.Message);
            return Unusable;
        }
    }

    private static int Drift(string folder, string? area, TextWriter output)
    {
        CheckArea(area);
        var report = DriftReport.Of(WbDocuments.Read(folder), WildberriesOperations.All, area);
        output.Write(report.ToString());
        return report.Count == 0 ? Same : Different;
    }

    private static int Draft(string folder, string area, string target, TextWriter output)
    {
        CheckArea(area);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new IOException($"{target} is not empty: a draft must not overwrite what a person has finished.");
        AreaDraft draft = AreaDraft.Of(WbDocuments.Read(folder), area);
        foreach ((string path, string text) in draft.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            string file = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            output.WriteLine(file);
        }

        return Same;
    }

    private static void CheckArea(string? area)
    {
        string[] areas = [.. Areas.InTable.Concat(WildberriesOperations.All.Select(Areas.Of)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (area is not null && !areas.Contains(area, StringComparer.Ordinal))
            throw new ArgumentException($"{area} is no area. These are: {string.Join(", ", areas)}.");
    }
}
