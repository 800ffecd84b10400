using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;

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
        using var log = new LoggerConfiguration().Destructure.With<AnswersAsText>().CreateLogger();
        // </serilog>
    }

    public static void Redaction(IServiceCollection services)
    {
        // <redaction>
        services.AddLogging(logging => logging.EnableRedaction());
        services.AddRedaction(redaction => redaction.SetRedactor<ErasingRedactor>(new DataClassificationSet(ChatEventTags.Private)));
        // </redaction>
    }
}

// <answers-as-text>
public sealed class AnswersAsText : IDestructuringPolicy
{
    public bool TryDestructure(object value, ILogEventPropertyValueFactory propertyValueFactory, [NotNullWhen(true)] out LogEventPropertyValue? result)
    {
        result = value is WildberriesModel ? new ScalarValue(value.ToString()) : null;
        return result is not null;
    }
}
// </answers-as-text>

// <newtonsoft>
public sealed class WithoutPrivateMembers : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        JsonProperty property = base.CreateProperty(member, memberSerialization);
        property.Ignored |= typeof(WildberriesModel).IsAssignableFrom(member.DeclaringType)
            && property.UnderlyingName is "Text" or "ClientName" or "ReplySign" or "Sign" or "AdditionalProperties";
        return property;
    }
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
