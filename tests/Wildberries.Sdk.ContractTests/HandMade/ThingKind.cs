using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

[JsonConverter(typeof(StringEnumConverter<ThingKind>))]
internal readonly record struct ThingKind(string Value) : IExtensibleEnum<ThingKind, string>
{
    public static ThingKind Big { get; } = new("big");

    public static ThingKind Small { get; } = new("small");

    public static ThingKind From(string value) => new(value);
}
