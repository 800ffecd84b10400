using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// What an area of WB's API adds to the emulator. Its state is what it is made with, and a property of <see cref="WildberriesEmulator"/>;
/// an area that keeps nothing is this class itself: its reads are answered by default.
/// </summary>
/// <param name="api">The area's interface in the SDK.</param>
/// <param name="models">The JSON context of that interface.</param>
internal class EmulatedArea(Type api, JsonSerializerContext models)
{
    public Type Api => api;

    public JsonSerializerContext Models => models;

    /// <summary>What its operations do. A read that is missing here is answered by <see cref="DefaultAnswers"/>.</summary>
    public virtual IEnumerable<Handler> Handlers => [];

    /// <summary>Fills the state, when the emulator is asked to start with something in it.</summary>
    public virtual void Seed(DateTimeOffset now)
    {
    }
}
