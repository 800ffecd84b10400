using Microsoft.Extensions.DependencyInjection;

namespace Wildberries.Sdk.DependencyInjection;

/// <summary>What <c>AddWildberries</c> returns: adds sellers and interfaces.</summary>
public interface IWildberriesBuilder
{
    /// <summary>The services.</summary>
    IServiceCollection Services { get; }
}
