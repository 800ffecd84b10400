using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Refit;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Examples;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>Arguments for an operation's method that WB's document allows: its example, else a listed value, else any.</summary>
internal static class SampleArguments
{
    public static object?[] For(WildberriesOperation operation, WbOperation row, bool onlyRequired, CancellationToken cancellationToken)
    {
        MethodInfo method = OperationComparer.Method(operation);
        var ours = ClrParameter.Of(method, operation.Path).ToDictionary(p => p.Info);
        return [.. method.GetParameters().Select(info => ours.TryGetValue(info, out ClrParameter? parameter) ? Argument(parameter) : Other(info))];

        object? Other(ParameterInfo info) => info.ParameterType == typeof(CancellationToken) ? cancellationToken : info.DefaultValue;

        object? Argument(ClrParameter parameter)
        {
            if (!parameter.Required && onlyRequired)
                return parameter.Info.DefaultValue;
            if (parameter.Place == "body")
                return Body(operation, parameter.Info.ParameterType, row, onlyRequired);
            WbShape shape = row.Parameters.SingleOrDefault(p => p.Name == parameter.Name && p.Place == parameter.Place)?.Shape
                ?? throw new NotSupportedException($"{operation}: no sample for {parameter.Name} ({parameter.Place}).");
            return Value(parameter.Info.ParameterType, shape);
        }
    }

    // The example that stands at the body or at its members, or one that is made up, read into the model; nothing of it may be lost there.
    private static object? Body(WildberriesOperation operation, Type model, WbOperation row, bool onlyRequired)
    {
        JsonNode example = row.JsonBodyExample?.DeepClone()
            ?? Any(row.JsonBody ?? throw new NotSupportedException($"{operation}: WB does not describe the body."));
        Complete(example, row.JsonBody!);
        LooseMembers.Mend(example, model, row.JsonBody!, onlyFillers: true);
        JsonTypeInfo typeInfo = JsonModels.TypeInfo(operation, model);
        Assert.Empty(JsonModels.RoundTrip(example, typeInfo));
        if (onlyRequired)
        {
            JsonNode least = example.DeepClone();
            Strip(least, row.JsonBody!);
            try
            {
                object? body = JsonSerializer.Deserialize(least.ToJsonString(), typeInfo);
                (body as ICheckedRequest)?.Check(TimeProvider.System, "body");
                return body;
            }
            catch (Exception exception) when (exception is ArgumentException or JsonException)
            {
                // The SDK wants more than WB's document requires: a list that is empty says nothing, nor does a request that changes nothing.
            }
        }

        return JsonSerializer.Deserialize(example.ToJsonString(), typeInfo);
    }

    // Gives members that are required and have no example something, and those whose example is none of their listed values one of these.
    private static void Complete(JsonNode? sample, WbShape shape)
    {
        if (sample is JsonArray array && shape.Items is { } items)
        {
            foreach (JsonNode? item in array)
                Complete(item, items);
        }
        else if (sample is JsonObject holder)
        {
            foreach ((string name, WbShape property) in shape.Properties)
            {
                if (holder[name] is not { } value)
                {
                    if (shape.Required.Contains(name))
                        holder[name] = Any(property);
                }
                else if (value is JsonValue && property.EnumValues.Count > 0 && !property.EnumValues.Contains(value.ToString()))
                {
                    holder[name] = Listed(property);
                }
                else
                {
                    Complete(value, property);
                }
            }
        }
    }

    // Where WB has no example at all: something of the form that it describes.
    private static JsonNode Any(WbShape shape) => shape.Types switch
    {
        ["object"] => new JsonObject(shape.Properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Any(p.Value)))),
        ["array"] => new JsonArray(Any(shape.Items!)),
        _ when shape.EnumValues.Count > 0 => Listed(shape),
        ["integer"] => 1,
        ["boolean"] => true,
        ["string"] when shape.Format is "date" => "2096-11-20",
        ["string"] when shape is { Format: null, EnumValues: [] } => LooseMembers.Filler,
        var types => throw new NotSupportedException($"No sample for {string.Join(", ", types)}."),
    };

    private static JsonNode Listed(WbShape shape) =>
        shape.Types.Contains("integer") ? long.Parse(shape.EnumValues[0], CultureInfo.InvariantCulture) : shape.EnumValues[0];

    // Takes out the members that WB does not require.
    private static void Strip(JsonNode? sample, WbShape shape)
    {
        if (sample is JsonArray array && shape.Items is { } items)
        {
            foreach (JsonNode? item in array)
                Strip(item, items);
        }
        else if (sample is JsonObject holder)
        {
            foreach ((string name, WbShape property) in shape.Properties)
            {
                if (shape.Required.Contains(name))
                    Strip(holder[name], property);
                else
                    holder.Remove(name);
            }
        }
    }

    private static object? Value(Type declared, WbShape shape)
    {
        ClrType type = ClrType.Of(declared);
        JsonNode? sample = shape.Example.Value ?? (shape.EnumValues is [var first, ..] ? first : null);
        if (type.IsExtensibleEnum)
        {
            object wire = type.Kind == "string" ? sample?.ToString() ?? type.KnownValues[0] : int.Parse(sample?.ToString() ?? type.KnownValues[0], CultureInfo.InvariantCulture);
            return type.Type.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [wire]);
        }

        if (type.Type == typeof(string))
            return sample?.ToString() ?? (shape.Types.Contains("integer") || shape.Types.Contains("number") ? "1" : "text");
        if (type.Type == typeof(DateOnly))
            return sample is null ? new DateOnly(2025, 2, 6) : DateOnly.Parse(sample.ToString(), CultureInfo.InvariantCulture);
        if (type.Type == typeof(DateTimeOffset))
            return sample is null ? new DateTimeOffset(2025, 2, 6, 10, 20, 30, TimeSpan.Zero) : DateTimeOffset.Parse(sample.ToString(), CultureInfo.InvariantCulture);
        if (type.Type == typeof(bool))
            return true;
        if (type.Kind is "integer" or "number")
            return Convert.ChangeType(sample?.ToString() ?? "1", type.Type, CultureInfo.InvariantCulture);

        if (type is { Kind: "array", Inner: { } inner } && inner == typeof(long))
            return (sample as JsonArray ?? [1]).Select(i => long.Parse(i!.ToString(), CultureInfo.InvariantCulture)).ToArray();

        // A name with a space is written in quotation marks; one without them ends Prism.
        if (type.Type == typeof(ByteArrayPart) || type.Type == typeof(MultipartItem))
            return new ByteArrayPart([1, 2, 3], "a photo.png", "image/png");
        if (type.Type == typeof(StreamPart))
            return new StreamPart(new MemoryStream([1, 2, 3]), "a photo.png", "image/png");

        // Prism cannot check the parts of a form that are files.
        return type.Kind == "array" && ClrType.Of(type.Inner!).Kind == "file" ? null : throw new NotSupportedException($"No sample for {declared}.");
    }
}
