using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

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
}
