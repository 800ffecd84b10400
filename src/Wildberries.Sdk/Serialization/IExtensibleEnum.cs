namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A value of a list that WB may lengthen at any time: the wire value itself, with the known ones as static members. An
/// unknown value is carried through instead of failing the answer. What was never set is the empty text, or 0: the <see langword="default"/> is
/// equal to it.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TValue">The wire type: <see cref="string"/> or <see cref="int"/>.</typeparam>
public interface IExtensibleEnum<TSelf, TValue> : IFormattable
    where TSelf : struct, IExtensibleEnum<TSelf, TValue>
{
    /// <summary>The value as WB sends it; never <see langword="null"/>.</summary>
    TValue Value { get; }

    /// <summary>Wraps a wire value, known or not.</summary>
    /// <param name="value">The wire value; <see langword="null"/> is the empty text.</param>
    /// <returns>The wrapped value.</returns>
    static abstract TSelf From(TValue value);

    // Refit takes only formattable types for one query value; it would send another one's properties instead ("Value=ru").
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString() ?? "";
}
