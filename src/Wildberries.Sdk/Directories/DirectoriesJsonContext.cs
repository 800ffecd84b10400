using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
/// forms WB sends numbers and texts: <c>new JsonSerializerOptions(DirectoriesJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(DirectoriesJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(BrandsResponse))]
[JsonSerializable(typeof(CharacteristicValuesResponse))]
[JsonSerializable(typeof(ColorsResponse))]
[JsonSerializable(typeof(CountriesResponse))]
[JsonSerializable(typeof(Okpd2CodesResponse))]
[JsonSerializable(typeof(ParentCategoriesResponse))]
[JsonSerializable(typeof(SubjectCharacteristicsResponse))]
[JsonSerializable(typeof(SubjectsResponse))]
[JsonSerializable(typeof(SubjectTnvedCodesResponse))]
[JsonSerializable(typeof(TnvedCodesResponse))]
public sealed partial class DirectoriesJsonContext : JsonSerializerContext;
