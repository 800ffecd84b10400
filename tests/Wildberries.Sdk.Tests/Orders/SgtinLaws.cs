using System.Text;
using CsCheck;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>What holds for every Chestny ZNAK code, and for every text that is none.</summary>
public sealed class SgtinLaws
{
    private const string SerialCharacters = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[13].Select(digits => new string(digits));
    private static readonly Gen<string> Serials = Gen.Int[0, SerialCharacters.Length - 1].Array[1, 20].Select(places => string.Concat(places.Select(place => SerialCharacters[place])));
    private static readonly Gen<string> Keys = Gen.Char['A', 'Z'].Array[4].Select(characters => new string(characters));
    private static readonly Gen<string> Signatures = Gen.Byte.Array[32].Select(Convert.ToBase64String);
    private static readonly Gen<Parts> Codes = Gen.Select(Digits, Serials, Keys, Signatures, (digits, serial, key, signature) => new Parts(WithCheckDigit(digits), serial, key, signature));

    [Fact]
    public void A_code_that_is_put_together_is_read_back() => Codes.Sample(parts =>
    {
        Sgtin code = Sgtin.Read(parts.Whole);
        return code.Problems.Count == 0 && code.Gtin == parts.Gtin && code.Serial == parts.Serial && code.VerificationKey == parts.Key && code.VerificationCode == parts.Signature;
    });

    [Fact]
    public void Every_other_last_digit_of_a_GTIN_is_told() => Gen.Select(Codes, Gen.Int[1, 9]).Sample((parts, shift) =>
    {
        char wrong = (char)('0' + ((parts.Gtin[13] - '0' + shift) % 10));
        return Sgtin.Read((parts with { Gtin = parts.Gtin[..13] + wrong }).Whole).Problems.Single().Fault == MarkingFault.CheckDigit;
    });

    [Fact]
    public void Every_single_wrong_digit_of_a_GTIN_is_told() => Gen.Select(Codes, Gen.Int[0, 12], Gen.Int[1, 9]).Sample((parts, at, shift) =>
    {
        var gtin = new StringBuilder(parts.Gtin);
        gtin[at] = (char)('0' + ((gtin[at] - '0' + shift) % 10));
        return Sgtin.Read((parts with { Gtin = gtin.ToString() }).Whole).Problems.Single().Fault == MarkingFault.CheckDigit;
    });

    [Fact]
    public void A_whole_code_without_its_separators_is_always_told() => Codes.Sample(parts =>
        Sgtin.Read(parts.Whole.Replace("\u001d", "", StringComparison.Ordinal)).Problems.Single() is { Fault: MarkingFault.NoGroupSeparator, IsCertain: true });

    [Fact]
    public void Whatever_is_scanned_is_read_and_kept_as_it_is() => Gen.String.Sample(text =>
    {
        Sgtin code = Sgtin.Read(text);
        return code.Code == text && code.Problems.All(problem => problem.Explanation.Length > 0);
    });

    [Fact]
    public void Nothing_is_mended_in_a_sound_code() => Codes.Sample(parts => Sgtin.Repair(parts.Whole) == parts.Whole);

    [Fact]
    public void What_is_mended_once_is_mended() => Gen.OneOf(Gen.String, Codes.Select(parts => " ]d2" + parts.Whole.Replace("\u001d", "<GS>", StringComparison.Ordinal))).Sample(
        text => Sgtin.Repair(text) is var once && (Sgtin.Repair(once) == once || once.Contains('<', StringComparison.Ordinal)));

    private static string WithCheckDigit(string digits)
    {
        int sum = digits.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 3 : 1)).Sum();
        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private sealed record Parts(string Gtin, string Serial, string Key, string Signature)
    {
        public string Whole => $"01{Gtin}21{Serial}\u001d91{Key}\u001d92{Signature}";
    }
}
