using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class CaseLawMapping : IEntityTypeConfiguration<CaseLaw>
{
    public void Configure(EntityTypeBuilder<CaseLaw> builder)
    {
        builder.ToTable("case_laws", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_case_laws_days", "(offence_from is null) = (offence_to is null) and offence_from <= offence_to");
            t.HasCheckConstraint("ck_case_laws_decided_whole", "(decided_lead is null) = (sealed_reason is null) and (decided_lead is null) = (decided_at is null)");
        });
        builder.HasKey(l => l.CaseId);
        builder.Property(l => l.CaseId).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.ComplexProperty(l => l.Protection);
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseLaw>(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class CaseOffenceMapping : IEntityTypeConfiguration<CaseOffence>
{
    /// <summary>The index that keeps an offence from being chosen twice for a case.</summary>
    public const string ChosenOnce = "ux_case_offences_chosen_once";

    public void Configure(EntityTypeBuilder<CaseOffence> builder)
    {
        builder.ToTable("case_offences", TipSomDbContext.Casework);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasAlternateKey(o => new { o.Id, o.CaseId });
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Offence>().WithMany().HasForeignKey(o => o.OffenceCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.CaseId, o.At });
        builder.HasIndex(o => new { o.CaseId, o.OffenceCode }).HasDatabaseName(ChosenOnce).IsUnique().HasFilter("dropped_at is null");
    }
}

public sealed class FirstInformationReportMapping : IEntityTypeConfiguration<FirstInformationReport>
{
    /// <summary>The index that lets a station's register have a number once in a year.</summary>
    public const string OneNumber = "ux_first_information_reports_station_unit_id_year_serial";

    public void Configure(EntityTypeBuilder<FirstInformationReport> builder)
    {
        builder.ToTable("first_information_reports", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_first_information_reports_serial", $"serial between 1 and {FirstInformationReport.HighestSerial}");
            t.HasCheckConstraint("ck_first_information_reports_year", "year = extract(year from recorded_at at time zone 'Asia/Karachi')");
            t.HasCheckConstraint("ck_first_information_reports_occurred_before", "occurred_at <= recorded_at");
        });
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(f => f.OffenceCodes);
        builder.Ignore(f => f.Number);
        builder.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => f.StationUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.CaseId, f.RecordedAt });
        builder.HasIndex(f => new { f.StationUnitId, f.Year, f.Serial }).HasDatabaseName(OneNumber).IsUnique();
        builder.HasIndex(f => new { f.Serial, f.Year });
    }
}

internal sealed class LegalStepMapping : IEntityTypeConfiguration<LegalStep>
{
    public void Configure(EntityTypeBuilder<LegalStep> builder)
    {
        builder.ToTable("legal_steps", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_legal_steps_stage", "stage ~ '^[A-Z0-9_]{2,12}$'"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasAlternateKey(s => new { s.Id, s.CaseId });
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(s => new { s.VictimId, s.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Suspect>().WithMany().HasForeignKey(s => new { s.SuspectId, s.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.CaseId, s.TakenAt });
    }
}

internal sealed class LegalDeadlineMapping : IEntityTypeConfiguration<LegalDeadline>
{
    public void Configure(EntityTypeBuilder<LegalDeadline> builder)
    {
        builder.ToTable("legal_deadlines", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_legal_deadlines_met_by_a_step", "(met_at is null) = (met_by_step_id is null)"));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LegalClock>().WithMany().HasForeignKey(d => d.ClockCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LegalStep>().WithMany().HasForeignKey(d => new { d.StepId, d.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LegalStep>().WithMany().HasForeignKey(d => new { d.MetByStepId, d.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Suspect>().WithMany().HasForeignKey(d => new { d.SuspectId, d.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.CaseId, d.DueAt });
        // What the clocks and the lists of work look for.
        builder.HasIndex(d => d.RemindAt).HasDatabaseName("ix_legal_deadlines_open").HasFilter("met_at is null");
    }
}

public sealed class ChargeMapping : IEntityTypeConfiguration<Charge>
{
    /// <summary>The index that keeps an accused from being charged twice with one offence of a case.</summary>
    public const string ChargedOnce = "ux_charges_charged_once";

    public void Configure(EntityTypeBuilder<Charge> builder)
    {
        builder.ToTable("charges", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_charges_decided_whole", "(verdict = 'Pending') = (decided_on is null) and decided_on >= charged_on");
            t.HasCheckConstraint("ck_charges_sentence_with_conviction",
                "verdict = 'Convicted' or (num_nonnulls(sentence_years, sentence_months, fine_rupees) = 0 and not is_for_life)");
            t.HasCheckConstraint("ck_charges_sentence_is_sensible",
                $"sentence_years between 0 and {Charge.MostYears} and sentence_months between 0 and 11 and fine_rupees >= 0");
            t.HasCheckConstraint("ck_charges_appealed_after_verdict", "appeal = 'None' or verdict <> 'Pending'");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CaseOffence>().WithMany().HasForeignKey(c => new { c.CaseOffenceId, c.CaseId })
            .HasPrincipalKey(o => new { o.Id, o.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Suspect>().WithMany().HasForeignKey(c => new { c.SuspectId, c.CaseId })
            .HasPrincipalKey(s => new { s.Id, s.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CaseId, c.SuspectId, c.CaseOffenceId }).HasDatabaseName(ChargedOnce).IsUnique();
    }
}

internal sealed class CompensationMapping : IEntityTypeConfiguration<Compensation>
{
    public void Configure(EntityTypeBuilder<Compensation> builder)
    {
        builder.ToTable("compensations", TipSomDbContext.Casework, t => t.HasCheckConstraint("ck_compensations_amounts",
            $"""
            (ordered_rupees is null) = (ordered_on is null) and (paid_rupees is null) = (paid_on is null)
            and ordered_rupees between 0 and {Compensation.MostRupees} and (paid_rupees is null or paid_rupees between 0 and coalesce(ordered_rupees, -1))
            """));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasOne<Victim>().WithMany().HasForeignKey(c => new { c.VictimId, c.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CaseId, c.VictimId }).HasDatabaseName("ux_compensations_case_id_victim_id").IsUnique();
    }
}

internal sealed class ReclassificationMapping : IEntityTypeConfiguration<Reclassification>
{
    public void Configure(EntityTypeBuilder<Reclassification> builder)
    {
        builder.ToTable("case_reclassifications", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_case_reclassifications_moves", "from_kind <> to_kind"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.CaseId, r.At });
    }
}
