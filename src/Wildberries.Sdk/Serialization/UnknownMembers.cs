using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Finds the members of an answer that its models do not know. While no answer has any, the cost is to compare a number before and after
/// the reading; only when it has changed is the answer gone through, along those members that lead to models.
/// </summary>
/// <param name="options">What the answers are read with.</param>
internal sealed class UnknownMembers(JsonSerializerOptions options)
{
    private static long _seen;

    private readonly ConcurrentDictionary<Type, Func<object, object?>[]> _ways = new();

    /// <summary>How many models of this process have got unknown members. Other calls change it too: it says where to look, not what is there.</summary>
    public static long Seen => Volatile.Read(ref _seen);

    public static void MarkSeen() => Interlocked.Increment(ref _seen);

    /// <summary>Tells the names of all unknown members, one for each time that a model has it; those that were left out have no name.</summary>
    /// <param name="answer">A model, or lists and maps of models.</param>
    /// <param name="found">Told each name, and how many members it stands for.</param>
    public void Find(object? answer, Action<string, int> found)
    {
        Visit(answer, model =>
        {
            if (model.AdditionalProperties is not { } members)
                return;
            foreach (string name in members.Keys)
                found(name, 1);
            if (members is AdditionalMembers { LeftOut: > 0 and int leftOut })
                found("", leftOut);
        });
    }

    /// <summary>Puts what the <see cref="TolerantReader"/> has marked in its place, and tells the names.</summary>
    /// <param name="answer">What was read.</param>
    /// <param name="found">Told each name, and how many members it stands for: one.</param>
    public void Unmark(object? answer, Action<string, int> found)
    {
        Visit(answer, model =>
        {
            if (model.AdditionalProperties is not { } members || !members.Keys.Any(TolerantReader.IsMarked))
                return;
            model.UnreadableProperties = members.Where(member => TolerantReader.IsMarked(member.Key)).ToDictionary(member => member.Key[1..], member => member.Value, StringComparer.Ordinal);
            foreach (string name in model.UnreadableProperties.Keys)
            {
                members.Remove(TolerantReader.Mark + name);
                found(name, 1);
            }

            if (members.Count == 0)
                model.AdditionalProperties = null;
        });
    }

    /// <summary>Whether an answer has no value in any member that its model knows.</summary>
    /// <param name="answer">The answer as a whole.</param>
    /// <returns>Whether it is as bare as <c>{}</c>.</returns>
    public bool IsBare(WildberriesModel answer)
    {
        if (answer.UnreadableProperties.Count > 0 || !options.TryGetTypeInfo(answer.GetType(), out JsonTypeInfo? info))
            return false;

        // What must be there is.
        if (info.Properties.Any(property => property.IsRequired))
            return false;
        object bare = JsonSerializer.Deserialize("{}"u8, info)!;
        return info.Properties.All(property => property is { IsExtensionData: true } or { Get: null }
            || property.Get(answer) is null or "" or ICollection { Count: 0 } || Equals(property.Get(answer), property.Get(bare)));
    }

    // A list of a million rows has as many models: nothing is made for one.
    private void Visit(object? answer, Action<WildberriesModel> visit)
    {
        switch (answer)
        {
            case null or string:
                break;
            case WildberriesModel model:
                visit(model);
                foreach (Func<object, object?> way in _ways.GetOrAdd(model.GetType(), FindWays))
                    Visit(way(model), visit);
                break;
            case IDictionary map:
                foreach (object? inner in map.Values)
                    Visit(inner, visit);
                break;
            case IEnumerable list:
                foreach (object? inner in list)
                    Visit(inner, visit);
                break;
        }
    }

    private Func<object, object?>[] FindWays(Type type) =>
        options.TryGetTypeInfo(type, out JsonTypeInfo? info)
            ? [.. info.Properties.Where(property => property is { Get: not null, IsExtensionData: false } && MayLead(property.PropertyType)).Select(property => property.Get!)]
            : [];

    private static bool MayLead(Type type) =>
        type.IsSubclassOf(typeof(WildberriesModel)) || (type.IsArray ? MayLead(type.GetElementType()!) : type.GenericTypeArguments.Any(MayLead));
}
