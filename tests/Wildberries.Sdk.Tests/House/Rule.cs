namespace Wildberries.Sdk.Tests.House;

/// <summary>Applies a rule of the house to everything it is about, and lists the offenders.</summary>
internal static class Rule
{
    public static void Holds<T>(IEnumerable<T> subjects, Func<T, IEnumerable<string>> offences)
    {
        int count = 0;
        var found = new List<string>();
        foreach (T subject in subjects)
        {
            count++;
            found.AddRange(offences(subject));
        }

        // A rule that looks at nothing holds by accident.
        Assert.NotEqual(0, count);
        Assert.True(found.Count == 0, $"{found.Count} of the house's rules broken:\n{string.Join('\n', found.Distinct(StringComparer.Ordinal))}");
    }
}
