namespace Wildberries.Sdk.Errors;

/// <summary>A row of the request that an error body names.</summary>
/// <param name="Code">The code of the error that it is named in.</param>
/// <param name="Message">The words of that error.</param>
/// <param name="Members">What the body says of the row: names in lower case, without underlines, and texts.</param>
internal sealed record ProblemRow(string? Code, string? Message, IReadOnlyList<KeyValuePair<string, string>> Members)
{
    public string? Find(string name)
    {
        foreach ((string member, string text) in Members)
        {
            if (member.Equals(name, StringComparison.Ordinal))
                return text;
        }

        return null;
    }
}
