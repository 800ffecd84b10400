using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// Takes secrets out of texts that came from outside: whole or in part, in any case, broken by white space, with escapes of addresses, JSON and HTML, and in
/// base64 and hex. What it looks for is made when it is first needed: by a failure, or by a long text in the answer to a write.
/// </summary>
internal sealed class Redaction
{
    public const string Redacted = "[redacted]";

    /// <summary>How many characters of a secret in a row are taken for it: fewer may be a word.</summary>
    public const int Window = 12;

    // Of anything shorter, base64 and hex are too few characters to be told from a word; it is looked for as it is.
    private const int MinFolded = 6;
    private const int MinEncoded = 8;
    private const ulong Base = 0x9E3779B97F4A7C15;

    // What stands between the texts of JSON: brackets, numbers, true, false and null.
    private static readonly SearchValues<byte> Structure = SearchValues.Create("{}[]:, \r\n\t0123456789truefalsn"u8);
    private static readonly ulong Highest = Power(Base, Window - 1);

    private readonly Lazy<Forms> _forms;
    private readonly int _shortest;

    public Redaction(params string[] secrets)
    {
        _shortest = secrets.Length == 0 ? int.MaxValue : Math.Min(Window, secrets.Min(secret => secret.Length));
        _forms = new Lazy<Forms>(() => new Forms(secrets), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>There is no secret.</summary>
    public static Redaction None { get; } = new();

    /// <summary>The text without the secrets.</summary>
    public string Apply(string text)
    {
        Forms forms = _forms.Value;
        if (forms.IsEmpty)
            return text;
        foreach (string secret in forms.Short)
            text = text.Replace(secret, Redacted, StringComparison.Ordinal);

        var plain = FoldedText.Of(text, decode: true);
        var hidden = new bool[text.Length];
        bool any = false;
        foreach (string form in forms.Whole)
        {
            for (int at = plain.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = plain.Text.IndexOf(form, at + 1, StringComparison.Ordinal))
                Hide(at, form.Length);
        }

        int position = 0;
        foreach (ulong window in Windows(plain.Text))
        {
            if (forms.Parts.Contains(window))
                Hide(position, Window);
            position++;
        }

        return any ? Cut(text, hidden) : text;

        void Hide(int at, int length)
        {
            any = true;
            int start = plain.Start(at);
            hidden.AsSpan(start, plain.End(at + length - 1) - start).Fill(true);
        }
    }

    /// <summary>Takes the secrets out of the texts of JSON. What is long enough to be one is looked at, and nothing else: most answers have no such text.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <returns>The JSON without them; <see langword="null"/>: there is none in it.</returns>
    public byte[]? ApplyToJson(ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte>? clean = null;
        int written = 0;
        for (int at = 0; at < json.Length;)
        {
            int length = json[at..].IndexOf((byte)'"');
            ReadOnlySpan<byte> text = length < 0 ? json[at..] : json.Slice(at, length);

            // WB gives each answer an id.
            if (text.Length >= _shortest && text.ContainsAnyExcept(Structure) && !IsGuid(text))
            {
                string raw = Encoding.UTF8.GetString(text);
                string redacted = Apply(raw);
                if (!ReferenceEquals(raw, redacted) && raw != redacted)
                {
                    clean ??= new ArrayBufferWriter<byte>(json.Length);
                    clean.Write(json[written..at]);
                    clean.Write(Encoding.UTF8.GetBytes(redacted));
                    written = at + text.Length;
                }
            }

            at += text.Length + 1;
        }

        if (clean is null)
            return null;
        clean.Write(json[written..]);
        return clean.WrittenSpan.ToArray();

        static bool IsGuid(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out Guid _, out int used) && used == text.Length;
    }

    private static string Cut(string text, bool[] hidden)
    {
        var left = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
                left.Append(text[i]);
            else if (i == 0 || !hidden[i - 1])
                left.Append(Redacted);
        }

        return left.ToString();
    }

    private static IEnumerable<ulong> Windows(string text)
    {
        ulong sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (i >= Window)
                sum -= text[i - Window] * Highest;
            sum = unchecked((sum * Base) + text[i]);
            if (i >= Window - 1)
                yield return sum;
        }
    }

    private static ulong Power(ulong number, int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
            power = unchecked(power * number);
        return power;
    }

    /// <summary>The forms in which the secrets may stand in a text.</summary>
    private sealed class Forms
    {
        public Forms(string[] secrets)
        {
            foreach (string secret in secrets)
            {
                string folded = FoldedText.Of(secret, decode: false).Text;
                if (folded.Length < MinFolded)
                {
                    if (secret.Length > 0)
                        Short.Add(secret);
                    continue;
                }

                Add(folded, MinFolded);
                Add(FoldedText.Of(secret, decode: true).Text, MinFolded);
                byte[] bytes = Encoding.UTF8.GetBytes(secret);
                Add(FoldedText.Of(Convert.ToHexString(bytes), decode: false).Text, MinEncoded);
                Add(FoldedText.Of(BitConverter.ToString(bytes), decode: false).Text, MinEncoded);

                // In a longer text that is encoded as a whole it may begin at any of three places; the characters at the ends are shared with what is beside it.
                for (int before = 0; before < 3; before++)
                {
                    string encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
                    int first = before == 0 ? 0 : before + 1;
                    int last = ((before + bytes.Length) * 8) / 6;
                    if (last > first)
                        Add(FoldedText.Of(encoded[first..last], decode: false).Text, MinEncoded);
                }
            }
        }

        public List<string> Short { get; } = [];

        public List<string> Whole { get; } = [];

        public HashSet<ulong> Parts { get; } = [];

        public bool IsEmpty => Short.Count == 0 && Whole.Count == 0 && Parts.Count == 0;

        private void Add(string form, int min)
        {
            if (form.Length >= Window)
                Parts.UnionWith(Windows(form));
            else if (form.Length >= min)
                Whole.Add(form);
        }
    }
}
