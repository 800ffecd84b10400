using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

[JsonConverter(typeof(StringEnumConverter<WrongKind>))]
internal readonly record struct WrongKind(string Value) : IExtensibleEnum<WrongKind, string>
{
    public static WrongKind Big { get; } = new("big");

    public static WrongKind Huge { get; } = new("huge");

    public static WrongKind From(string value) => new(value);
}
