using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Errors;

/// <summary>Reads the JSON shapes of error bodies, also when the JSON is broken or cut off: what stands before the break counts.</summary>
internal sealed partial class JsonProblem(Redaction secrets)
{
    // An error inside an error is seen one level deep in the wild; deeper nesting is not worth a stack overflow.
    private const int MaxNesting = 8;

    private const int MaxRows = 1000;
    private const int MaxRowMembers = 8;

    private readonly List<string> _errors = [];
    private readonly List<ProblemRow> _rows = [];

    private string? _title;
    private string? _statusText;
    private string? _detail;
    private string? _errorText;
    private string? _message;
    private string? _error;
    private string? _code;
    private string? _requestId;
    private string? _origin;
    private DateTimeOffset? _timestamp;

    /// <summary>Reads a body that starts like JSON.</summary>
    /// <param name="utf8">The body: valid UTF-8 that starts with a brace, a bracket or a quotation mark.</param>
    /// <param name="secrets">What is to be left out wherever it stands.</param>
    /// <returns>What it says, or <see langword="null"/> if it is not JSON and nothing could be read from it.</returns>
    public static Problem? TryRead(ReadOnlyMemory<byte> utf8, Redaction secrets)
    {
        var reader = new JsonProblem(secrets);
        using JsonDocument? document = Parse(utf8, out bool malformed, out bool trailing);

        // [404] not found, "Name" is required: texts that only start like JSON.
        if (document is null || (trailing && document.RootElement.ValueKind != JsonValueKind.Object))
            return null;

        JsonElement root = document.RootElement;
        switch (root.ValueKind)
        {
            case JsonValueKind.Object:
                reader.ReadObject(root, 0);
                reader.AddRows(root);
                break;
            case JsonValueKind.Array:
                reader.ReadArray(root);
                break;
            default:
                reader._detail = reader.Text(root, ProblemReader.MaxDetail);
                break;
        }

        Problem problem = reader.ToProblem();
        bool nothing = problem.Errors.Count == 0 && problem == Problem.Empty with { Errors = problem.Errors, Rows = problem.Rows };
        return nothing && (malformed || trailing) ? null : problem;
    }

    private Problem ToProblem() => new()
    {
        Title = _title ?? _statusText,
        Detail = _detail ?? _errorText ?? _message ?? _error,
        Code = _code,
        RequestId = _requestId,
        Origin = _origin,
        Timestamp = _timestamp,
        Errors = _errors,
        Rows = _rows,
    };

    /// <summary>Parses JSON; of broken JSON, everything up to the last complete value.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, out bool malformed, out bool trailing)
    {
        malformed = false;
        trailing = false;
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(utf8.Span, isFinalBlock: false, new JsonReaderState(options));
        var open = new Stack<byte>();
        int end = 0;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push((byte)'}');
                        break;
                    case JsonTokenType.StartArray:
                        open.Push((byte)']');
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        // Without its value a name is nothing.
                        continue;
                }

                end = (int)reader.BytesConsumed;
                if (open.Count == 0)
                {
                    trailing = !utf8.Span[end..].Trim(" \t\r\n"u8).IsEmpty;
                    break;
                }
            }
        }
        catch (JsonException)
        {
            malformed = true;
        }

        if (end == 0)
            return null;

        var repaired = new ArrayBufferWriter<byte>(end + open.Count);
        repaired.Write(utf8.Span[..end]);
        foreach (byte bracket in open)
            repaired.Write([bracket]);

        return JsonDocument.Parse(
            repaired.WrittenMemory,
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    }

    private void ReadObject(JsonElement source, int depth)
    {
        foreach (JsonProperty member in source.EnumerateObject())
        {
            JsonElement value = member.Value;
            switch (Key(member))
            {
                case "title":
                    _title ??= Text(value, ProblemReader.MaxShortText);
                    break;
                case "statustext":
                    _statusText ??= Text(value, ProblemReader.MaxShortText);
                    break;
                case "detail" or "details":
                    _detail ??= Text(value, ProblemReader.MaxDetail);
                    AddErrors(value, prefix: null, depth, scalars: false);
                    break;
                case "errortext":
                    _errorText ??= Text(value, ProblemReader.MaxDetail);
                    break;
                case "message":
                    _message ??= Text(value, ProblemReader.MaxDetail);
                    break;
                case "error" when value.ValueKind == JsonValueKind.Object && depth < MaxNesting:
                    ReadObject(value, depth + 1);
                    break;
                case "error":
                    // A boolean only repeats the status.
                    if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                        _error ??= Text(value, ProblemReader.MaxDetail);
                    AddErrors(value, prefix: null, depth, scalars: false);
                    break;
                case "code":
                    _code ??= Text(value, ProblemReader.MaxShortText);
                    break;
                case "requestid":
                    _requestId ??= Text(value, ProblemReader.MaxShortText);
                    break;
                case "origin":
                    _origin ??= Text(value, ProblemReader.MaxShortText);
                    break;
                case "timestamp":
                    _timestamp ??= Time(value);
                    break;
                case "errors" or "additionalerrors":
                    AddErrors(value, prefix: null, depth, scalars: true);
                    break;
            }
        }
    }

    private void ReadArray(JsonElement source)
    {
        foreach (JsonElement item in source.EnumerateArray())
        {
            // The code of the first stands for all; each stands in the list with its own.
            if (_code is null && item.ValueKind == JsonValueKind.Object)
                _code = Member(item, "code", ProblemReader.MaxShortText);
            AddErrors(item, prefix: null, 0, scalars: true);
            AddRows(item);
        }
    }

    /// <summary>Adds the rows of the request that an error names as its data: orders, stocks.</summary>
    private void AddRows(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return;
        string? code = Member(error, "code", ProblemReader.MaxShortText), message = Member(error, "message", SafeText.MaxErrorText);
        foreach (JsonElement row in error.EnumerateObject().Where(member => Key(member) == "data" && member.Value.ValueKind == JsonValueKind.Array).SelectMany(member => member.Value.EnumerateArray()))
        {
            if (_rows.Count >= MaxRows)
                return;
            if (row.ValueKind != JsonValueKind.Object)
                continue;
            var members = new List<KeyValuePair<string, string>>();
            foreach (JsonProperty member in row.EnumerateObject().Take(MaxRowMembers))
            {
                if (Text(member.Value, ProblemReader.MaxShortText) is { } text)
                    members.Add(new(Key(member), text));
            }

            if (members.Count > 0)
                _rows.Add(new ProblemRow(code, message, members));
        }
    }

    /// <summary>Adds the texts of a list of errors, which may be a text, an array, an error object or a map from item to errors.</summary>
    private void AddErrors(JsonElement value, string? prefix, int depth, bool scalars)
    {
        if (_errors.Count >= SafeText.MaxErrors || depth > MaxNesting)
            return;

        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                    AddErrors(item, prefix, depth + 1, scalars: true);
                break;
            case JsonValueKind.Object when ErrorText(value) is { } text:
                Add(Subject(value) ?? prefix, text);
                break;
            case JsonValueKind.Object when !IsEmptyError(value):
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    string? name = SafeText.Clean(Name(member), SafeText.MaxErrorText, secrets);

                    // The name of a list says nothing that the list's place has not said already.
                    AddErrors(member.Value, name is "error" or "errors" ? prefix : name, depth + 1, scalars: true);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number
                when scalars && Text(value, SafeText.MaxErrorText) is { } text:
                Add(prefix, text);
                break;
        }
    }

    private void Add(string? prefix, string text)
    {
        if (_errors.Count < SafeText.MaxErrors && SafeText.Clean(prefix is null ? text : $"{prefix}: {text}", SafeText.MaxErrorText, secrets) is { } error)
            _errors.Add(error);
    }

    private string? ErrorText(JsonElement error) =>
        Member(error, "message", SafeText.MaxErrorText)
        ?? Member(error, "detail", SafeText.MaxErrorText)
        ?? Member(error, "errortext", SafeText.MaxErrorText)
        ?? Member(error, "title", SafeText.MaxErrorText)
        ?? Member(error, "code", SafeText.MaxErrorText);

    // What the error is about. Its value is left out: it is what the caller sent, and may be private.
    private string? Subject(JsonElement error) =>
        Member(error, "field", SafeText.MaxErrorText)
        ?? Member(error, "location", SafeText.MaxErrorText)
        ?? (Member(error, "code", SafeText.MaxErrorText) is { } code && code != ErrorText(error) ? code : null);

    // WB fills unused error objects with empty texts and zeroes; read as a map they would look like errors.
    private static bool IsEmptyError(JsonElement error)
    {
        foreach (JsonProperty member in error.EnumerateObject())
        {
            if (Key(member) is "message" or "detail" or "location" or "field")
                return true;
        }

        return false;
    }

    private string? Member(JsonElement source, string key, int maxLength)
    {
        foreach (JsonProperty member in source.EnumerateObject())
        {
            if (string.Equals(Key(member), key, StringComparison.Ordinal))
                return Text(member.Value, maxLength);
        }

        return null;
    }

    // requestId on most hosts, request_id on others.
    private static string Key(JsonProperty member) =>
        Name(member).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, as an escape sequence.
            return "";
        }
    }

    private string? Text(JsonElement value, int maxLength)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return SafeText.Clean(value.GetString(), maxLength, secrets);
                }
                catch (InvalidOperationException)
                {
                    // Half a surrogate pair, as an escape sequence: the rest of the text is better than none.
                    using (var whole = JsonDocument.Parse(SurrogateEscape().Replace(value.GetRawText(), @"\uFFFD")))
                        return SafeText.Clean(whole.RootElement.GetString(), maxLength, secrets);
                }

            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return SafeText.Clean(value.GetRawText(), maxLength, secrets);
            default:
                return null;
        }
    }

    private DateTimeOffset? Time(JsonElement value) =>
        DateTimeOffset.TryParse(
            Text(value, ProblemReader.MaxShortText),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
        && time.Year > 1
            ? time
            : null;

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex SurrogateEscape();
}
