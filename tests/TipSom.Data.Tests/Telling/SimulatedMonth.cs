using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Tests.Telling;

/// <summary>One thing somebody does to the database, at its moment.</summary>
internal sealed record Act(DateTimeOffset At, string Sql, params object?[] Values);

/// <summary>Who is told what about which referral or need, and when.</summary>
internal sealed record Told(string Kind, Guid Person, Guid About, DateTimeOffset At);

/// <summary>Whom the rungs of the ladder tell.</summary>
internal sealed record Hearers(Guid[] Sender, Guid[] Above, Guid[] Recipient, Guid[] Managers, Guid[] Desk);

/// <summary>
/// The needs of one month whose senders and providers act, stall or vanish; and, worked out here and not in the database, who
/// must be told of it. The numbers are those of the design: half of the time, the time, twice the time.
/// </summary>
internal sealed class SimulatedMonth
{
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Length = TimeSpan.FromDays(30);
    private static readonly double[] Factors = [0.1, 0.3, 0.45, 0.8, 1.3, 1.9, 2.6];

    private readonly Random random = new(20261121);
    private readonly Hearers[] hearers;

    /// <summary>Each provider is asked by, and each need belongs to, one of the places there are.</summary>
    public SimulatedMonth(DateTimeOffset start, int needs, Hearers[] hearers)
    {
        (Start, this.hearers) = (start, hearers);
        for (var i = 0; i < needs; i++)
            Live(new Person(i, NewId(), (Urgency)(i % 3), i % 4 == 0, i % hearers.Length), start + Seconds(Length * 0.85 * random.NextDouble()));
        // Stable: what follows from something stands behind it.
        Acts = [.. Acts.OrderBy(a => a.At)];
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End => Start + Length;

    public List<Act> Acts { get; private set; } = [];

    public List<Told> Told { get; } = [];

    public List<Person> People { get; } = [];

    /// <summary>The step of the clock at which the worker hears of a moment.</summary>
    public DateTimeOffset StepOf(DateTimeOffset at) => Start + Step * Math.Ceiling((at - Start) / Step);

    public sealed record Person(int Number, Guid Need, Urgency Urgency, bool IsChild, int Place);

    private void Live(Person person, DateTimeOffset at)
    {
        People.Add(person);
        Do(at, "insert into casework.needs (id, victim_id, case_id, service, urgency) values ($1, $2, $3, 'Shelter', $4)",
            person.Need, Id(2, person.Number), Id(1, person.Number), person.Urgency.ToString());
        var sent = Chance(0.95) ? Later(at, Allowed(person, ClockStep.Seen)) : (DateTimeOffset?)null;
        Turn(person, person.Need, EscalationTurn.Sender, at, at + Allowed(person, ClockStep.Seen), sent);
        if (sent is { } then)
            Send(person, then, person.Place, again: true);
    }

    private void Send(Person person, DateTimeOffset at, int place, bool again)
    {
        var (id, seen) = (NewId(), Allowed(person, ClockStep.Seen));
        Do(at, Referrals.Insert, id, $"TR-{Acts.Count:D11}", person.Number, person.Need, person.Urgency.ToString(), person.IsChild, at, at + seen, place, person.Place);
        switch (random.NextDouble())
        {
            case < 0.15:
                Turn(person, id, EscalationTurn.Recipient, at, at + seen, null);
                break;
            case < 0.25:
                var no = Later(at, seen);
                Turn(person, id, EscalationTurn.Recipient, at, at + seen, no);
                Decline(person, id, no, place, again);
                break;
            default:
                var opened = Later(at, seen);
                Turn(person, id, EscalationTurn.Recipient, at, at + seen, opened);
                Open(person, id, opened, at + Allowed(person, ClockStep.Answered), place, again);
                break;
        }
    }

    private void Open(Person person, Guid id, DateTimeOffset at, DateTimeOffset due, int place, bool again, bool asks = true)
    {
        Change(at, id, "Seen", due, asks ? ", seen_at = $2" : ", paused_since = null");
        var chance = random.NextDouble();
        if (chance < 0.15)
        {
            Turn(person, id, EscalationTurn.Recipient, at, due, null);
            return;
        }

        var next = Later(at, Allowed(person, ClockStep.Answered));
        Turn(person, id, EscalationTurn.Recipient, at, due, next);
        if (chance < 0.3)
            Decline(person, id, next, place, again);
        else if (chance < 0.35)
            Withdraw(person, id, next);
        else if (chance < 0.5 && asks)
            Ask(person, id, next, due, place, again);
        else
            Accept(person, id, next);
    }

    private void Ask(Person person, Guid id, DateTimeOffset at, DateTimeOffset answerDue, int place, bool again)
    {
        var due = at + Allowed(person, ClockStep.Seen);
        Change(at, id, "InformationRequested", due, ", paused_since = $2");
        var given = Chance(0.7) ? Later(at, Allowed(person, ClockStep.Seen)) : (DateTimeOffset?)null;
        Turn(person, id, EscalationTurn.Sender, at, due, given);
        if (given is { } then)
            Open(person, id, then, answerDue + (then - at), place, again, asks: false);
    }

    private void Accept(Person person, Guid id, DateTimeOffset at)
    {
        var (arrived, agreed) = (Allowed(person, ClockStep.Arrived), Later(at, Allowed(person, ClockStep.Arrived)));
        var due = agreed < at + arrived ? agreed : at + arrived;
        Change(at, id, "Accepted", due, ", answered_at = $2, arrival_expected_at = $3");
        var chance = random.NextDouble();
        var next = chance < 0.15 ? (DateTimeOffset?)null : Later(at, arrived);
        Turn(person, id, EscalationTurn.Arrival, at, due, next);
        if (next is not { } then)
            return;
        if (chance < 0.3)
        {
            Change(then, id, "Closed", null, ", outcome = 'DidNotArrive', ended_at = $2");
            Choose(person, then, null);
        }
        else
        {
            Change(then, id, "InCare", null, ", arrived_at = $2");
        }
    }

    private void Decline(Person person, Guid id, DateTimeOffset at, int place, bool again)
    {
        Change(at, id, "Declined", at + Allowed(person, ClockStep.Seen), ", decline_reason = 'NoPlace', ended_at = $2");
        if (Chance(0.5))
        {
            Choose(person, at, again && Chance(0.6) ? id : null, place);
            return;
        }

        // The desk confirms, and the need is the desk's to place.
        var confirmed = Later(at, Allowed(person, ClockStep.Seen));
        Turn(person, person.Need, EscalationTurn.Sender, at, at + Allowed(person, ClockStep.Seen), confirmed);
        var due = confirmed + Allowed(person, ClockStep.Answered);
        Change(confirmed, id, "DeclineConfirmed", due, "");
        Turn(person, person.Need, EscalationTurn.National, confirmed, due, null);
    }

    private void Withdraw(Person person, Guid id, DateTimeOffset at)
    {
        Change(at, id, "Withdrawn", null, ", withdraw_reason = 'Safety', ended_at = $2");
        Choose(person, at, null);
    }

    /// <summary>The need is with the sender again, who sends it to the next provider or does nothing.</summary>
    private void Choose(Person person, DateTimeOffset at, Guid? declined, int place = 0)
    {
        var allowed = Allowed(person, ClockStep.Seen);
        var sent = declined is null ? (DateTimeOffset?)null : Later(at, allowed);
        Turn(person, person.Need, EscalationTurn.Sender, at, at + allowed, sent);
        if (sent is not { } then)
            return;
        Change(then, declined!.Value, "Rerouted", null, "");
        Send(person, then, (place + 1) % hearers.Length, again: false);
    }

    /// <summary>What the ladder owes for one turn that lasts until somebody acts, or for good.</summary>
    private void Turn(Person person, Guid about, EscalationTurn turn, DateTimeOffset since, DateTimeOffset due, DateTimeOffset? until)
    {
        var isLate = due <= since;
        foreach (var (rung, at) in new[]
                 {
                     (EscalationRung.Half, since + (due - since) / 2),
                     (EscalationRung.Due, isLate ? since : due),
                     (EscalationRung.Twice, isLate ? since + Allowed(person, ClockStep.Seen) : since + (due - since) * 2)
                 })
        {
            var step = StepOf(at);
            if (rung == EscalationRung.Half && isLate || step > End || until is { } end && step >= StepOf(end))
                continue;
            var kind = rung switch
            {
                EscalationRung.Half => "Reminder",
                EscalationRung.Due => turn == EscalationTurn.Arrival ? "ArrivalMissed" : "Overdue",
                _ => "Escalated"
            };
            Told.AddRange(Hearing(turn, rung, person, about).Distinct().Select(hearer => new Told(kind, hearer, about, step)));
        }
    }

    private Guid[] Hearing(EscalationTurn turn, EscalationRung rung, Person person, Guid about)
    {
        var sender = hearers[person.Place];
        var provider = hearers[Asked.GetValueOrDefault(about)];
        return (turn, rung) switch
        {
            (_, EscalationRung.Twice) or (EscalationTurn.National, _) => sender.Desk,
            (EscalationTurn.Recipient or EscalationTurn.Arrival, EscalationRung.Half) => provider.Recipient,
            (EscalationTurn.Recipient, _) => [.. sender.Sender, .. provider.Managers],
            (EscalationTurn.Arrival, _) => [.. sender.Sender, .. sender.Above, .. provider.Recipient],
            (_, EscalationRung.Half) => sender.Sender,
            _ => [.. sender.Sender, .. sender.Above]
        };
    }

    /// <summary>Which provider each referral asks.</summary>
    private Dictionary<Guid, int> Asked { get; } = [];

    private void Do(DateTimeOffset at, string sql, params object?[] values)
    {
        if (sql == Referrals.Insert)
            Asked[(Guid)values[0]!] = (int)values[8]!;
        Acts.Add(new Act(at, sql, values));
    }

    private void Change(DateTimeOffset at, Guid id, string status, DateTimeOffset? due, string more) => Do(
        at, $"update casework.referrals set status = '{status}', status_since = $2, due_at = $3, steps = steps + 1{more} where id = $1", id, at, due);

    private static TimeSpan Allowed(Person person, ClockStep step)
    {
        var urgency = person.IsChild && person.Urgency == Urgency.Routine ? Urgency.Urgent : person.IsChild ? Urgency.Emergency : person.Urgency;
        return TimeSpan.FromHours((urgency, step) switch
        {
            (Urgency.Emergency, ClockStep.Seen) => 0.5,
            (Urgency.Emergency, ClockStep.Answered) => 2,
            (Urgency.Emergency, _) => 12,
            (Urgency.Urgent, ClockStep.Seen) => 4,
            (Urgency.Urgent, ClockStep.Answered) => 24,
            (Urgency.Urgent, _) => 48,
            (_, ClockStep.Seen) => 24,
            (_, ClockStep.Answered) => 72,
            _ => 168
        });
    }

    private DateTimeOffset Later(DateTimeOffset at, TimeSpan allowed) =>
        at + Seconds(allowed * (Factors[random.Next(Factors.Length)] + random.NextDouble() / 10));

    private bool Chance(double share) => random.NextDouble() < share;

    private static TimeSpan Seconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>The same ids as the statement that lays out cases and people.</summary>
    private static Guid Id(int kind, int number) => Guid.Parse($"{kind:D2}000000-0000-0000-0000-{number:x12}");

    internal static class Referrals
    {
        /// <summary>id, number, person, need, urgency, child, at, due, place asked, place of the sender.</summary>
        public const string Insert = """
            insert into casework.referrals (id, number, case_id, victim_id, need_id, round_id, service, urgency, sex, age_band, is_child, district_code,
                from_unit_id, from_agency_id, sent_by_agency_id, provider_service_id, to_unit_id, to_agency_id, agreement_id, consent_id, status, status_since,
                due_at, sent_at, answer_due_at, paused_for, steps, wrong_arrival_codes, arrival_slip)
            select $1, $2, v.case_id, v.id, $4, gen_random_uuid(), 'Shelter', $5, 'Female', 'From25To34', $6, 'PB-LAHORE',
                s.unit, s.agency, s.agency, p.service, p.shelter, p.provider, p.agreement, c.id, 'Sent', $7, $8, $7, $8, interval '0', 0, 0, 1
            from casework.victims v join casework.consents c on c.victim_id = v.id, places s, places p
            where v.id = ('02000000-0000-0000-0000-' || lpad(to_hex($3), 12, '0'))::uuid and p.place = $9 and s.place = $10
            """;
    }
}
