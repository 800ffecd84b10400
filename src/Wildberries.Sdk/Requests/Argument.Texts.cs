using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wildberries.Sdk.Requests;

/// <summary>Texts. A character is a Unicode scalar value: what OpenAPI's <c>maxLength</c> counts, and an emoji of one scalar is one.</summary>
internal static partial class Argument
{
    /// <summary>A text that must not be missing or blank.</summary>
    public static string Text(string? text, int max = int.MaxValue, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return OptionalText(text, max, name)!;
    }

    /// <summary>A text that may be missing or empty.</summary>
    public static string? OptionalText(string? text, int max, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        if (text is null)
            return null;
        if (TextFault(text) is { } fault)
            throw new ArgumentException($"It has {fault}.", name);
        if (text.Length > max && Characters(text) is var length && length > max)
            throw new ArgumentException(Say($"It has {length:N0} characters; WB takes at most {max:N0}."), name);
        return text;
    }

    /// <summary>A code of a certain length. The message does not show it.</summary>
    public static string TextOf(string? text, int min, int max, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (TextFault(text) is { } fault)
            throw new ArgumentException($"It has {fault}.", name);
        int length = Characters(text);
        if (length >= min && length <= max)
            return text;
        string takes = min == max ? Say($"{min:N0}") : Say($"{min:N0} to {max:N0}");
        throw new ArgumentException(Say($"It has {length:N0} characters; WB takes {takes}."), name);
    }

    /// <summary>A message to a buyer, who must see something; it may be missing or empty where something else is sent.</summary>
    public static string? Message(string? text, int max = int.MaxValue, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        OptionalText(text, max, name);
        return string.IsNullOrEmpty(text) || text.EnumerateRunes().Any(IsVisible)
            ? text
            : throw new ArgumentException("The message is blank: the buyer would see nothing.", name);
    }

    /// <summary>A message to a buyer of a certain length, at least one character. The message of the exception does not show it.</summary>
    public static string Message(string? text, int min, int max, [CallerMemberName] string name = "") =>
        Message(TextOf(text, min, max, name), name: name)!;

    /// <summary>An id in text form that becomes a part of an address.</summary>
    public static string PathSegment(string? id, [CallerArgumentExpression(nameof(id))] string name = "")
    {
        Text(id, name: name);

        // Addresses are put in order before they are sent: these would lead to another operation.
        return id is "." or ".."
            ? throw new ArgumentException($"\"{id}\" is a way through folders and no id.", name)
            : id!;
    }

    /// <summary>How many characters a text has as WB counts them.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Count();

    private static bool IsVisible(Rune character) =>
        !Rune.IsWhiteSpace(character) && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>What no server and no database takes in a text; <see langword="null"/>: nothing is wrong with it.</summary>
    public static string? TextFault(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '\0')
                return "a NUL character";
            if (Rune.DecodeFromUtf16(text, out _, out int length) != OperationStatus.Done)
                return "half of a surrogate pair, which is no character";
            text = text[length..];
        }

        return null;
    }
}
