using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>
/// Two promo codes of which each chat gets one by chance, to see which brings more orders. Which one a chat gets depends on the
/// experiment's name and the chat's id alone: it is the same in every process and for ever, and nothing needs to be kept.
/// </summary>
/// <remarks>
/// Give these two codes out in the chats of the experiment only: WB reports the orders of a code, not of a chat, so orders from elsewhere
/// cannot be told apart.
/// </remarks>
public sealed record PromoCodeExperiment
{
    /// <summary>The name. Another name deals the chats anew.</summary>
    public required string Name { get; init; }

    /// <summary>The first code.</summary>
    public required PromoCode A { get; init; }

    /// <summary>The second code.</summary>
    public required PromoCode B { get; init; }

    /// <summary>Which code a chat gets: each in half of the chats, as far as chance has it.</summary>
    /// <param name="chatId">The chat's id.</param>
    /// <returns><see cref="A"/> or <see cref="B"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="chatId"/> is empty.</exception>
    public PromoCode Assign(string chatId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chatId);
        byte[] name = Encoding.UTF8.GetBytes(Name);

        // The length in front: no name and chat can run into another pair.
        byte[] input = new byte[sizeof(int) + name.Length + Encoding.UTF8.GetByteCount(chatId)];
        BinaryPrimitives.WriteInt32BigEndian(input, name.Length);
        name.CopyTo(input, sizeof(int));
        Encoding.UTF8.GetBytes(chatId, input.AsSpan(sizeof(int) + name.Length));
        return SHA256.HashData(input)[0] < 128 ? A : B;
    }

    /// <summary>Compares the two codes.</summary>
    /// <param name="sends">The sends; only those that were sent count, and only those of the two codes.</param>
    /// <param name="sales">What was sold, over a time that reaches until after the codes' ends.</param>
    /// <returns>The comparison.</returns>
    public PromoCodeComparison Compare(IEnumerable<PromoCodeSend> sends, PromoCodeSalesReport sales)
    {
        ArgumentNullException.ThrowIfNull(sends);
        ArgumentNullException.ThrowIfNull(sales);
        ILookup<Guid, PromoCodeSend> sent = sends.Where(send => send.State == AnswerState.Sent).ToLookup(send => send.PromoCodeId);
        return new PromoCodeComparison(ArmOf(A), ArmOf(B));

        PromoCodeArm ArmOf(PromoCode code) => new()
        {
            Code = code,
            Sends = sent[code.Id].Count(),
            Orders = sales.Codes.Where(total => total.Code?.Id == code.Id).Sum(total => total.Orders),
        };
    }
}
