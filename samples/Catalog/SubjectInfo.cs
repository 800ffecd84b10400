using Wildberries.Sdk.Directories;

namespace Catalog;

/// <summary>A subject as a file names it: its number, and its characteristics by their names in Russian and in English.</summary>
internal sealed record SubjectInfo(long Id, IReadOnlyDictionary<string, SubjectCharacteristic> Characteristics);
