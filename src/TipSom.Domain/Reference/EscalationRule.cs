using TipSom.Domain.Telling;

namespace TipSom.Domain.Reference;

/// <summary>
/// One rung of the ladder for one kind of turn: after which share of the time people are told, whom, and what. Reference data, because
/// practice changes it.
/// </summary>
/// <param name="turn">Whose turn the clock runs for.</param>
/// <param name="rung">Which rung.</param>
/// <param name="share">After which share of the time allowed.</param>
/// <param name="audiences">Who is told.</param>
/// <param name="kind">What they are told.</param>
public sealed class EscalationRule(EscalationTurn turn, EscalationRung rung, decimal share, IReadOnlyList<Audience> audiences, NotificationKind kind)
{
    /// <summary>Whose turn the clock runs for; with <see cref="Rung"/> the key.</summary>
    public EscalationTurn Turn { get; private set; } = turn;

    /// <summary>Which rung of the ladder.</summary>
    public EscalationRung Rung { get; private set; } = rung;

    /// <summary>After which share of the time allowed: 1 is the due time itself.</summary>
    public decimal Share { get; private set; } = share;

    /// <summary>Who is told.</summary>
    public IReadOnlyList<Audience> Audiences { get; private set; } = audiences;

    /// <summary>What they are told.</summary>
    public NotificationKind Kind { get; private set; } = kind;

    /// <summary>
    /// Moves the rung. Refuses a reminder that comes at once or with the due time, an escalation that comes with it or when nobody waits any
    /// more, and any other time than the due time for being late.
    /// </summary>
    public void ComeAfter(decimal share)
    {
        switch (Rung)
        {
            case EscalationRung.Half when share is < 0.1m or > 0.9m:
                throw new RuleBrokenException("A reminder comes between a tenth and nine tenths of the time.");
            case EscalationRung.Due when share != 1:
                throw new RuleBrokenException("Late is what has passed its time, neither sooner nor later.");
            case EscalationRung.Twice when share is < 1.25m or > 5:
                throw new RuleBrokenException("The national desk is told after one and a quarter to five times the time.");
        }

        Share = share;
    }
}

/// <summary>Whose turn a clock runs for. The words are those of <see cref="Referrals.Side"/>; an arrival is awaited by both sides.</summary>
public enum EscalationTurn
{
    /// <summary>The provider must open or answer a referral.</summary>
    Recipient,

    /// <summary>The person is expected at the provider.</summary>
    Arrival,

    /// <summary>The sender must give information, or choose a provider.</summary>
    Sender,

    /// <summary>The national desk must find a place.</summary>
    National
}

/// <summary>One rung of the ladder.</summary>
public enum EscalationRung
{
    /// <summary>Half of the time has passed: whoever must act is reminded.</summary>
    Half,

    /// <summary>The time has passed: both sides hear of it.</summary>
    Due,

    /// <summary>Twice the time has passed: the national desk steps in.</summary>
    Twice
}

/// <summary>Whom a rung of the ladder tells.</summary>
public enum Audience
{
    /// <summary>Officers and supervisors of the unit that sends.</summary>
    Sender,

    /// <summary>Supervisors of that unit and of those above it.</summary>
    SenderSupervisors,

    /// <summary>Caseworkers and managers of the provider's unit.</summary>
    Recipient,

    /// <summary>Managers of that unit and of those above it.</summary>
    RecipientManagers,

    /// <summary>The national coordinators.</summary>
    NationalDesk
}
