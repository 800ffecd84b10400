using Microsoft.Extensions.Internal;

namespace Wildberries.Sdk.Directories;

/// <summary>A clock as the memory cache wants it.</summary>
/// <param name="clock">The clock.</param>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
