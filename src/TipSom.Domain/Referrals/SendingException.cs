using TipSom.Domain.Services;

namespace TipSom.Domain.Referrals;

/// <summary>What lets a referral be sent although something stands against the provider. It passes only what it was made for.</summary>
/// <param name="OverrideReason">Why a supervisor sends it without an agreement that covers it; null where nobody overrode.</param>
/// <param name="ProposedByDesk">Whether the national desk proposed this provider, having spoken to it about a place.</param>
public sealed record SendingException(string? OverrideReason, bool ProposedByDesk)
{
    /// <summary>Fewest characters of a reason: a word is none.</summary>
    public const int ReasonMinLength = 10;

    /// <summary>Whether the problem does not keep the referral back.</summary>
    public bool Waives(FitProblem problem) =>
        (problem.IsOfAgreement() && OverrideReason is not null) || (problem == FitProblem.NoPlaces && ProposedByDesk);
}
