using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Cards;

namespace Catalog;

/// <summary>What is known of the cards of an import, in a file that is there before they are sent: by it the same command goes on.</summary>
internal sealed class ImportState
{
    private readonly string? _path;

    private ImportState(string? path) => _path = path;

    /// <summary>A creation for each time that something was sent, the oldest first.</summary>
    public List<CardCreation> Creations { get; private init; } = [];

    /// <summary>Reads it, or begins anew.</summary>
    /// <param name="path">The file; <see langword="null"/>: nothing is kept.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static ImportState Open(string? path)
    {
        try
        {
            return path is null || !File.Exists(path) ? new ImportState(path) : new ImportState(path)
            {
                Creations = JsonSerializer.Deserialize(File.ReadAllBytes(path), ImportStateJsonContext.Default.ListCardCreation) ?? [],
            };
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}, by which the import goes on, cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The latest that is known of each card, by article.</summary>
    public Dictionary<string, CardCreationRow> Rows()
    {
        var rows = new Dictionary<string, CardCreationRow>(StringComparer.Ordinal);
        foreach (CardCreationRow row in Creations.SelectMany(creation => creation.Rows))
            rows[row.VendorCode] = row;
        return rows;
    }

    /// <summary>Keeps what is known. Written beside and moved: a crash leaves the old file or the new one.</summary>
    public void Save(int index, CardCreation creation)
    {
        if (index == Creations.Count)
            Creations.Add(creation);
        else
            Creations[index] = creation;
        if (_path is null)
            return;
        string next = _path + ".next";
        using (var file = new FileStream(next, FileMode.Create))
        {
            JsonSerializer.Serialize(file, Creations, ImportStateJsonContext.Default.ListCardCreation);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }
}

[JsonSerializable(typeof(List<CardCreation>))]
internal sealed partial class ImportStateJsonContext : JsonSerializerContext;
