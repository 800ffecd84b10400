using System.Text.Json;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// The members of a model that are not known: at most so many, for each takes some 250 bytes, forty times what it may have in the answer. JSON fills it by the
/// interface, so that is where the rest is left out.
/// </summary>
internal sealed class AdditionalMembers() : Dictionary<string, JsonElement>(StringComparer.Ordinal), IDictionary<string, JsonElement>
{
    public const int Max = 1_000;

    /// <summary>How many were left out.</summary>
    public int LeftOut { get; private set; }

    // What the tolerant reader has marked has room of its own: it is of members that are known.
    JsonElement IDictionary<string, JsonElement>.this[string key]
    {
        get => this[key];
        set
        {
            if (Count < Max || ContainsKey(key) || (TolerantReader.IsMarked(key) && Count < 2 * Max))
                this[key] = value;
            else
                LeftOut++;
        }
    }
}
