using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.DependencyInjection;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>Registers <see cref="IRetiredAdvertApi"/>, which clients do not have otherwise.</summary>
public static class RetiredAdvertExtensions
{
    /// <summary>Lets the container's clients call the operations: injected, or through <see cref="IWildberriesClient.Api{TApi}"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IWildberriesBuilder AddRetiredAdvertApi(this IWildberriesBuilder builder) =>
        builder.AddWildberriesApi<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default);

    /// <summary>Lets a client without a container call the operations through <see cref="IWildberriesClient.Api{TApi}"/>.</summary>
    /// <param name="options">The client's options.</param>
    public static void AddRetiredAdvertApi(this WildberriesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddApi<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default);
    }
}
