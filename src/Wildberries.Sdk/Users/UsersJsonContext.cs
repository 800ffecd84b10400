using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Users;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(InvitationRequest))]
[JsonSerializable(typeof(InvitationResponse))]
[JsonSerializable(typeof(UsersResponse))]
[JsonSerializable(typeof(UpdateAccessRequest))]
internal sealed partial class UsersJsonContext : JsonSerializerContext;
