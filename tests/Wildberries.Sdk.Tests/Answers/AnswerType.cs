using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Tests.House;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>A kind of answer, and its reading as the SDK reads it: with the JSON context of its host and the settings of all hosts.</summary>
internal sealed class AnswerType
{
    private readonly IHttpContentSerializer _serializer;

    public AnswerType(string name, Type type, JsonSerializerContext context, bool isRows = false)
    {
        Name = name;
        Type = type;
        Context = context;
        IsRows = isRows;
        _serializer = WildberriesRefitSettings.Create(context).ContentSerializer;
    }

    /// <summary>All that the SDK's interfaces give, and what their JSON contexts know besides without its being sent.</summary>
    public static IReadOnlyList<AnswerType> All { get; } = Find();

    public string Name { get; }

    /// <summary>What is read; a list of rows where they are read one by one.</summary>
    public Type Type { get; }

    public JsonSerializerContext Context { get; }

    public bool IsRows { get; }

    public async Task<object?> ReadAsync(string json)
    {
        MethodInfo method = typeof(AnswerType)
            .GetMethod(IsRows ? nameof(ReadRowsAsync) : nameof(ReadWholeAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(IsRows ? Type.GetGenericArguments()[0] : Type);
        return await (Task<object?>)method.Invoke(this, [json])!;
    }

    public override string ToString() => Name;

    private static List<AnswerType> Find()
    {
        var found = new List<AnswerType>();
        foreach (WildberriesOperation operation in WildberriesOperations.All)
        {
            Type given = operation.ApiType.GetMethod(operation.MethodName)!.ReturnType;
            if (!given.IsGenericType)
                continue;
            Type answer = given.GetGenericArguments()[0];
            bool isRows = given.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);
            if (answer == typeof(HttpResponseMessage))
                continue;
            found.Add(new AnswerType(
                operation.Name, isRows ? typeof(IReadOnlyList<>).MakeGenericType(answer) : answer, ContextOf(operation.ApiType), isRows));
        }

        // What a helper reads from an answer that comes unread.
        foreach (Type api in WildberriesOperations.All.Select(operation => operation.ApiType).Distinct())
        {
            JsonSerializerContext context = ContextOf(api);
            Type[] known = [.. found.Where(answer => answer.Context == context).SelectMany(answer => PublicTypes.Unwrap(answer.Type))];
            found.AddRange(PublicTypes.KnownTo(context)
                .Where(type => !PublicTypes.Unwrap(type).Any(PublicTypes.Bodies.Contains) && !PublicTypes.Unwrap(type).Any(known.Contains))
                .Select(type => new AnswerType($"{api.Namespace!.Split('.')[^1]}: {type.Name}", type, context)));
        }

        return found;
    }

    private static JsonSerializerContext ContextOf(Type api) => PublicTypes.JsonContexts.Single(context => context.GetType().IsPublic && context.GetType().Namespace == api.Namespace);

    private async Task<object?> ReadWholeAsync<T>(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _serializer.FromHttpContentAsync<T>(content, TestContext.Current.CancellationToken);
    }

    private async Task<object?> ReadRowsAsync<T>(string json)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var rows = new List<T>();
        await foreach (T? row in ((IStreamingContentSerializer)_serializer)
            .DeserializeStreamAsync<T>(body, StreamingContentFormat.JsonArray, TestContext.Current.CancellationToken))
        {
            rows.Add(row!);
        }

        return rows;
    }
}
