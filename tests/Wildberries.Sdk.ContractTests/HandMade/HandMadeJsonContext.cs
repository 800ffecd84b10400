using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

[JsonSerializable(typeof(RightPage))]
[JsonSerializable(typeof(WrongPage))]
[JsonSerializable(typeof(WrongHolder))]
internal sealed partial class HandMadeJsonContext : JsonSerializerContext;
