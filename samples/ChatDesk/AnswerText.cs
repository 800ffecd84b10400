namespace ChatDesk;

/// <summary>The text of an answer to a review or question.</summary>
internal static class AnswerText
{
    private const int MinLength = 2;
    private const int MaxLength = 5_000;

    /// <summary>Whether WB takes it; it counts characters of Unicode.</summary>
    public static bool IsValid(string? text) => !string.IsNullOrWhiteSpace(text) && text.EnumerateRunes().Count() is >= MinLength and <= MaxLength;
}
