using Microsoft.Extensions.Options;
using Wildberries.Sdk;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;
using Worker;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

// The token comes from WB_TOKEN, or from configuration: Wildberries__Token in the environment, user secrets, a vault.
if (Environment.GetEnvironmentVariable("WB_TOKEN") is { } own && !string.IsNullOrWhiteSpace(own))
    builder.Configuration["Wildberries:Token"] = own;
builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"))
    .UseFileStateStore(Path.Combine(AppContext.BaseDirectory, "state"));
builder.Services.AddHostedService<ChatAnswerer>();

// Without a token the worker serves an emulated shop, so that it can be tried at once; leave these lines out of your own program.
if (string.IsNullOrWhiteSpace(builder.Configuration["Wildberries:Token"]))
{
    Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop.");
    WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
    emulator.Chats.Greeting = "Здравствуйте! Мы скоро ответим.";
    emulator.Chats.BuyerWrites("1:worker", "Здравствуйте! Есть ли сорок шестой размер?");
    builder.Services.Configure<WildberriesOptions>(options => options.UseEmulator(emulator));
    builder.Services.AddSingleton<IStateStore>(new InMemoryStateStore());
}

try
{
    IHost host = builder.Build();
    BackgroundService[] services = [.. host.Services.GetServices<IHostedService>().OfType<BackgroundService>()];
    await host.RunAsync();

    // A service that fails stops the host in good order: only another code than 0 tells the supervisor to start the worker again.
    return services.Any(service => service.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
}
catch (OptionsValidationException exception)
{
    // A token that is none, for example: starting again does not help.
    Console.Error.WriteLine(exception.Message);
    return 2;
}
