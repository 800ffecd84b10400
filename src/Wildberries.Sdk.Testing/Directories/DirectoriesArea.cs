using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The directories of content-api. They are WB's own: a few subjects are there without a seed.</summary>
internal sealed class DirectoriesArea(EmulatedDirectories directories) : EmulatedArea(typeof(IDirectoriesApi), DirectoriesJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => new DirectoryHandlers(directories).All;
}
