using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk;

/// <summary>What every part of WB's answers has: a place for what this version of the SDK does not know.</summary>
/// <remarks>
/// WB adds members to its answers at any time. Equality and <see cref="object.ToString"/> leave them out, and what could not be read: an answer is equal to one that
/// WB sent before it added something, and what is in them is not known to be fit for a log.
/// </remarks>
public abstract record WildberriesModel
{
    /// <summary>
    /// The members that WB sent and this version does not know, by their names at WB; <see langword="null"/> if there are none. They are
    /// written back where the model is written. Of a thousand and more in one model, the first thousand; the others are counted only
    /// (<c>wildberries.client.unknown_members</c>, as <c>_other</c>).
    /// </summary>
    /// <remarks>Set it to a dictionary that has its members already: an empty one is replaced.</remarks>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties
    {
        get;
        set
        {
            // JSON sets it when it meets the first such member, and fills it afterwards.
            field = value is { Count: 0 } ? new AdditionalMembers() : value;
            if (value is not null)
                UnknownMembers.MarkSeen();
        }
    }

    /// <summary>
    /// What WB sent in place of members that this version does know, but could not read: a text where a number is expected, half of an emoji. The
    /// members themselves have no value then. By their names at WB; what stands where a whole model is expected has the empty name; of lists
    /// and maps only those elements that could not be read, in a list.
    /// </summary>
    /// <remarks>
    /// They are not written where the model is written. Bytes that are no text stand as U+FFFD. <see cref="JsonElement.GetRawText"/> gives the text
    /// as WB sent it; <see cref="JsonElement.GetString"/> throws where it cannot be read.
    /// </remarks>
    /// <value>The default is none.</value>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> UnreadableProperties { get => field ?? ImmutableDictionary<string, JsonElement>.Empty; set; }

    /// <summary>Whether both are of one type: what WB has added does not count.</summary>
    /// <param name="other">The other model.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public virtual bool Equals(WildberriesModel? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Writes what <see cref="object.ToString"/> shows of this part: nothing.</summary>
    /// <param name="builder">Where it is written.</param>
    /// <returns><see langword="false"/>: nothing was written.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
