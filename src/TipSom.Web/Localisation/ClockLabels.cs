using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;

namespace TipSom.Web.Localisation;

/// <summary>The words of the clocks and of who is told when they run out.</summary>
public static class ClockLabels
{
    /// <summary>What must be done within the time, as the question beside it.</summary>
    public static string Of(ClockStep step) => step switch
    {
        ClockStep.Seen => "Hours until it must be opened",
        ClockStep.Answered => "Hours until it must be answered",
        ClockStep.Arrived => "Hours until the person must have arrived"
    };

    public static string Of(EscalationTurn turn) => turn switch
    {
        EscalationTurn.Recipient => "The provider must open or answer",
        EscalationTurn.Arrival => "The person is awaited",
        EscalationTurn.Sender => "The sender must act",
        EscalationTurn.National => "The national desk must find a place"
    };

    public static string Of(EscalationRung rung) => rung switch
    {
        EscalationRung.Half => "Reminder",
        EscalationRung.Due => "When the time has passed",
        EscalationRung.Twice => "Escalation"
    };

    public static string Of(Audience audience) => audience switch
    {
        Audience.Sender => "officers of the sender",
        Audience.SenderSupervisors => "supervisors of the sender",
        Audience.Recipient => "caseworkers of the provider",
        Audience.RecipientManagers => "managers of the provider",
        Audience.NationalDesk => "national desk"
    };
}
