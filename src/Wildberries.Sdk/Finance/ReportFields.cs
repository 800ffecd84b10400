using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>Refuses names of members that WB cannot know, before a request is made of them.</summary>
internal static class ReportFields
{
    /// <summary>A copy of the list.</summary>
    /// <param name="fields">The members that are asked for.</param>
    /// <param name="row">What is known of the rows: WB's names of their members.</param>
    /// <param name="argument">The member of the request.</param>
    /// <exception cref="ArgumentException">There is an empty name, one that is WB's in another spelling, or one that is no name at all.</exception>
    public static IReadOnlyList<T>? Checked<T>(IReadOnlyList<T>? fields, JsonTypeInfo row, [CallerMemberName] string argument = "")
        where T : struct, IExtensibleEnum<T, string>
    {
        if (fields is null)
            return null;
        T[] copy = [.. fields];
        for (int i = 0; i < copy.Length; i++)
        {
            if (FaultOf(copy[i].Value, row) is { } fault)
                throw new ArgumentException(FormattableString.Invariant($"Field {i}: {fault}. Take the members of {typeof(T).Name}."), argument);
        }

        return copy;
    }

    private static string? FaultOf(string name, JsonTypeInfo row)
    {
        if (name.Length == 0)
            return "it has no name";
        string? similar = null;
        foreach (JsonPropertyInfo property in row.Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.Ordinal))
                return null;
            if (string.Equals(property.Name, name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
                similar = property.Name;
        }

        // WB may have added what is not known here.
        return similar is not null ? $"WB writes \"{SafeText.Given(name)}\" as \"{similar}\""
            : char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? null
            : $"\"{SafeText.Given(name)}\" is no name of a member, which is made of Latin letters and digits";
    }
}
