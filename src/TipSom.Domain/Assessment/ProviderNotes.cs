using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>What a provider must know to care for a person from the first hour, sealed, as somebody saved it once.</summary>
public sealed class ProviderNotes
{
    private ProviderNotes() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1, 2, 3 … for the person.</summary>
    public int Version { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;

    /// <summary>Ciphertext of <see cref="CareNotes"/>.</summary>
    public byte[] SealedNotes { get; private set; } = [];

    /// <summary>Keeps the notes; empty ones take earlier ones back.</summary>
    public static ProviderNotes Record(Guid id, Case @case, Victim victim, byte[] sealedNotes, Versions versions, Actor by, DateTimeOffset now) => new()
    {
        Id = id,
        VictimId = victim.Id,
        CaseId = victim.CaseId,
        Version = versions.Next,
        Written = Writing.Of(@case, by, now),
        SealedNotes = sealedNotes
    };
}

/// <summary>The notes in clear. Lives only while a page that opened them is being made; is never logged.</summary>
/// <param name="Pregnancy">Pregnancy, or a child at the breast.</param>
/// <param name="Medicines">Medicines and illnesses.</param>
/// <param name="Diet">What the person eats and does not eat.</param>
/// <param name="Disability">What a disability asks for.</param>
/// <param name="TravelsAlong">Who travels along.</param>
public sealed record CareNotes(string? Pregnancy, string? Medicines, string? Diet, string? Disability, string? TravelsAlong)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(CareNotes);
}
