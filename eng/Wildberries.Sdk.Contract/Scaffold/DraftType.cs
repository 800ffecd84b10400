namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>What a value becomes in C#.</summary>
/// <param name="Name">The type, without a question mark.</param>
/// <param name="Kind">What sort of type it is.</param>
/// <param name="Converter">The converter that a member of an answer needs, or null.</param>
internal sealed record DraftType(string Name, DraftKind Kind, string? Converter = null);

/// <summary>The sorts of types.</summary>
internal enum DraftKind
{
    /// <summary>A value type, such as long.</summary>
    Value,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An extensible enum of texts.</summary>
    TextEnum,

    /// <summary>An extensible enum of numbers.</summary>
    NumberEnum,

    /// <summary>A list.</summary>
    List,

    /// <summary>A dictionary.</summary>
    Map,

    /// <summary>A record, or any JSON.</summary>
    Object,
}
