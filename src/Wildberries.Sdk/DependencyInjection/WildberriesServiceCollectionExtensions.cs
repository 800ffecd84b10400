using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wildberries.Sdk;
using Wildberries.Sdk.DependencyInjection;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.State;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Wildberries clients to the services.</summary>
public static class WildberriesServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IWildberriesClient"/> (the default seller; keyed by name for named ones) and <see cref="IWildberriesClientFactory"/>. May be called
    /// several times: the settings add up. A key that names no seller is an error that lists the known ones, also where an optional service is asked for.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for sellers and interfaces of your own.</returns>
    public static IWildberriesBuilder AddWildberries(this IServiceCollection services, Action<WildberriesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<WildberriesOptions> options = services.AddOptions<WildberriesOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WildberriesOptions>, WildberriesOptionsValidator>());
        services.TryAddSingleton<IRateLimitStore>(provider => new InMemoryRateLimitStore(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<WildberriesClientFactory>();
        services.TryAddSingleton<IWildberriesClientFactory>(provider => provider.GetRequiredService<WildberriesClientFactory>());
        services.TryAddSingleton(provider => provider.GetRequiredService<WildberriesClientFactory>().CreateDefault());
        services.TryAddKeyedSingleton(
            KeyedService.AnyKey,
            (provider, key) => provider.GetRequiredService<WildberriesClientFactory>().CreateForSeller(key?.ToString() ?? ""));
        return new Builder(services);
    }

    /// <summary>
    /// Adds clients with settings from configuration: <c>{ "Token": "...", "Sellers": { "toys": { "Token": "..." } } }</c>. A changed
    /// token is taken up without a restart.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, usually <c>Wildberries</c>.</param>
    /// <returns>A builder for sellers and interfaces of your own.</returns>
    public static IWildberriesBuilder AddWildberries(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        IWildberriesBuilder builder = services.AddWildberries();
        services.AddOptions<WildberriesOptions>().Bind(section);
        return builder;
    }

    /// <summary>Adds a seller with a token and limits of its own: resolved with <c>[FromKeyedServices("name")] IWildberriesClient</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets the token, or the provider of credentials.</param>
    /// <returns>The same builder.</returns>
    public static IWildberriesBuilder AddSeller(this IWildberriesBuilder builder, string name, Action<WildberriesSellerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure<WildberriesOptions>(options =>
        {
            if (!options.Sellers.TryGetValue(name, out WildberriesSellerOptions? seller))
                options.Sellers[name] = seller = new WildberriesSellerOptions();
            configure(seller);
        });
        return builder;
    }

    /// <summary>
    /// Lets a Refit interface of your own run through the whole pipeline, for an operation that the SDK does not have yet. It can be injected
    /// (as the default seller; keyed by name for a named one), or called through <see cref="IWildberriesClient.Api{TApi}"/>.
    /// </summary>
    /// <typeparam name="TApi">The interface, with <c>[WildberriesApi]</c>, <c>[Operation]</c> on each method, and its rate limits.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="jsonContext">The source-generated JSON context that knows the interface's bodies and answers.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">
    /// When the options are first used: the interface or a method lacks an attribute, the host is not WB's, or the context does not know a type that a
    /// method sends or gives.
    /// </exception>
    public static IWildberriesBuilder AddWildberriesApi<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        this IWildberriesBuilder builder,
        JsonSerializerContext jsonContext)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(jsonContext);
        builder.Services.Configure<WildberriesOptions>(options => options.AddApi<TApi>(jsonContext));
        builder.Services.TryAddSingleton(provider => provider.GetRequiredService<IWildberriesClient>().Api<TApi>());
        builder.Services.TryAddKeyedSingleton(
            KeyedService.AnyKey, (provider, key) => provider.GetRequiredKeyedService<IWildberriesClient>(key).Api<TApi>());
        return builder;
    }

    /// <summary>
    /// Adds <see cref="IStateStore"/> over a folder (<see cref="FileStateStore"/>), for cursors and whatever else must outlive the process; it takes the place of
    /// one that was added before. Without it no store is there: add one of your own as a singleton, or <see cref="InMemoryStateStore"/>, which forgets.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="folder">The folder, on a disk of this machine; it need not exist yet.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public static IWildberriesBuilder UseFileStateStore(this IWildberriesBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore>(provider => new FileStateStore(folder, provider.GetService<TimeProvider>())));
        return builder;
    }

    private sealed class Builder(IServiceCollection services) : IWildberriesBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
