using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Documents;

namespace Wildberries.Sdk.Tests.Documents;

public sealed class DocumentReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    [InlineData(3, 7)]
    [InlineData(65_536, 1_000)]
    [InlineData(400_001, 65_536)]
    public async Task A_file_comes_out_as_it_was_however_the_answer_is_cut_into_pieces(int length, int piece)
    {
        byte[] file = RandomNumberGenerator.GetBytes(length);
        string json = $$$"""{"new":[1,{"document":"no"}],"data":{"fileName":"акт \"1\".zip","document":"{{{Convert.ToBase64String(file)}}}","extension":"zip","more":{"document":7} } }""";
        using var body = new Pieces(Encoding.UTF8.GetBytes(json), piece);
        using var reader = new DocumentReader(body);
        using var written = new MemoryStream();
        await reader.ReadAsync(written, Cancel);
        Assert.Equal(file, written.ToArray());
        Assert.Equal(("акт \"1\".zip", "zip", (long)length, true), (reader.FileName, reader.Extension, reader.Length, reader.HasFile));
    }

    [Fact]
    public async Task Escapes_and_a_mark_of_UTF_8_are_understood()
    {
        using var body = new Pieces([0xEF, 0xBB, 0xBF, .. """{"data":{"document": "\/\u002B8\r\nA"}}"""u8], 1);
        using var reader = new DocumentReader(body);
        using var written = new MemoryStream();
        await reader.ReadAsync(written, Cancel);
        Assert.Equal(Convert.FromBase64String("/+8A"), written.ToArray());
    }

    [Fact]
    public async Task An_answer_that_ends_early_anywhere_is_never_taken_for_a_whole_one()
    {
        byte[] json = """{"data":{"fileName":"a.zip","document":"AAECAwQFBgc=","extension":"zip"}}"""u8.ToArray();
        for (int length = 0; length < json.Length; length++)
        {
            using var body = new Pieces(json[..length], 5);
            using var reader = new DocumentReader(body);
            Exception? failure = await Record.ExceptionAsync(() => reader.ReadAsync(Stream.Null, Cancel));
            Assert.True(failure is JsonException or FormatException, $"{length} bytes of {json.Length}: {failure}");
        }
    }

    [Theory]
    [InlineData("""{"data":{"document":"AAE"}}""")]
    [InlineData("""{"data":{"document":"AA=A"}}""")]
    [InlineData("""{"data":{"document":"A*EC"}}""")]
    [InlineData("""{"data":{"document":"AAEC"}}{}""")]
    [InlineData("""{"data":{"document":"AAEC","document":"AAEC"}}""")]
    public async Task What_is_no_file_is_refused(string json)
    {
        using var body = new Pieces(Encoding.UTF8.GetBytes(json), 4);
        using var reader = new DocumentReader(body);
        Exception? failure = await Record.ExceptionAsync(() => reader.ReadAsync(Stream.Null, Cancel));
        Assert.True(failure is JsonException or FormatException, $"{failure}");
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"document":null,"fileName":"a"}}""")]
    [InlineData("""{"document":"AAEC"}""")]
    public async Task An_answer_without_a_file_has_none(string json)
    {
        using var body = new Pieces(Encoding.UTF8.GetBytes(json), 3);
        using var reader = new DocumentReader(body);
        await reader.ReadAsync(Stream.Null, Cancel);
        Assert.False(reader.HasFile);
    }

    private sealed class Pieces(byte[] content, int piece) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
