using System.Text.Json.Serialization;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Tests.Authentication;

/// <summary>A context as a user would write it, who logs or stores what holds a token.</summary>
[JsonSourceGenerationOptions(IncludeFields = true)]
[JsonSerializable(typeof(WildberriesToken))]
[JsonSerializable(typeof(WildberriesCredentials))]
internal sealed partial class TokenJsonContext : JsonSerializerContext;
