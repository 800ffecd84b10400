using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(DocumentsJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(DocumentsJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(DocumentsDownloadRequest))]
[JsonSerializable(typeof(DocumentCategoriesResponse))]
[JsonSerializable(typeof(DocumentsResponse))]
[JsonSerializable(typeof(DocumentFileResponse))]
public sealed partial class DocumentsJsonContext : JsonSerializerContext;
