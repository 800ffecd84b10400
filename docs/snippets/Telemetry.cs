using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DbsOrders;

namespace Snippets;

public static class Telemetry
{
    public static void SellerId(IServiceCollection services, string token)
    {
        // <seller-id>
        services.AddWildberries(options =>
        {
            options.Token = token;
            options.IncludeSellerIdInTelemetry = true;
        });
        // </seller-id>
    }

    public static void Listen()
    {
        // <listen>
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Wildberries.Sdk")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Console.WriteLine($"{instrument.Name}: {value}"));
        listener.Start();
        // </listen>
    }

    public static void SerilogPolicy()
    {
        // <serilog>
        using var log = new LoggerConfiguration().Destructure.With<SdkAsText>().CreateLogger();
        // </serilog>
    }

    public static string ForLog(object answer)
    {
        // <newtonsoft-use>
        string text = JsonConvert.SerializeObject(answer, new SdkAsTextConverter());
        // </newtonsoft-use>
        return text;
    }

    public static void Redaction(IServiceCollection services)
    {
        // <redaction>
        services.AddLogging(logging => logging.EnableRedaction());
        services.AddRedaction(redaction => redaction.SetRedactor<ErasingRedactor>(new DataClassificationSet(ChatEventTags.Private)));
        // </redaction>
    }
}

// <sdk-as-text>
public sealed class SdkAsText : IDestructuringPolicy
{
    public bool TryDestructure(object value, ILogEventPropertyValueFactory propertyValueFactory, [NotNullWhen(true)] out LogEventPropertyValue? result)
    {
        result = value.GetType().Assembly == typeof(WildberriesModel).Assembly ? new ScalarValue(value.ToString()) : null;
        return result is not null;
    }
}
// </sdk-as-text>

// <newtonsoft>
public sealed class SdkAsTextConverter : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => objectType.Assembly == typeof(WildberriesModel).Assembly;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();
}
// </newtonsoft>

// <tags>
public static class ChatEventTags
{
    public static DataClassification Private { get; } = new("Shop", "Private");

    public static void Record(ITagCollector tags, ChatEvent? chatEvent)
    {
        tags.Add("chat", chatEvent?.ChatId);
        tags.Add("event", chatEvent?.EventId);
        tags.Add("client", chatEvent?.ClientName, new DataClassificationSet(Private));
        tags.Add("text", chatEvent?.Message?.Text, new DataClassificationSet(Private));
    }
}
// </tags>

// <order-tags>
public static class DbsOrderTags
{
    public static void Record(ITagCollector tags, NewDbsOrder? order)
    {
        tags.Add("order", order?.Id);
        tags.Add("address", order?.Address?.FullAddress, new DataClassificationSet(ChatEventTags.Private));
        tags.Add("comment", order?.Comment, new DataClassificationSet(ChatEventTags.Private));
    }
}
// </order-tags>
