using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Audit;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

public sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    /// <summary>The constraint that lets a need be asked of several providers only together.</summary>
    public const string OneRoundPerNeed = "ex_referrals_one_round_per_need";

    /// <summary>The index that keeps a need from being in two providers' hands.</summary>
    public const string OneAcceptancePerNeed = "ux_referrals_one_acceptance_per_need";

    /// <summary>The index that keeps a provider from being asked twice at once.</summary>
    public const string AskedOnce = "ux_referrals_asked_once";

    /// <summary>The index that keeps a step from being taken twice.</summary>
    public const string OneEventPerStep = "ux_referral_events_one_per_step";

    /// <summary>The key that keeps two people from both arranging the arrival.</summary>
    public const string OneArrangementPerReferral = "pk_arrival_arrangements";

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_referrals_declined_with_reason",
                "(decline_reason is not null) = (status in ('Declined', 'DeclineConfirmed', 'Rerouted')) or status = 'Voided'");
            t.HasCheckConstraint("ck_referrals_void_with_reason", "(status = 'Voided') = (void_reason is not null)");
            t.HasCheckConstraint("ck_referrals_agreement_or_override",
                "(agreement_id is null) = (override_reason is not null) and (override_reason is null) = (overridden_by_id is null)");
            t.HasCheckConstraint("ck_referrals_paused", "(paused_since is not null) = (status = 'InformationRequested')");
            t.HasCheckConstraint("ck_referrals_withdrawn_with_reason", "(status = 'Withdrawn') = (withdraw_reason is not null)");
            t.HasCheckConstraint("ck_referrals_closed_with_outcome", "(status = 'Closed') = (outcome is not null)");
            t.HasCheckConstraint("ck_referrals_arrived",
                "(arrived_at is not null) = (status = 'InCare' or (status = 'Closed' and outcome <> 'DidNotArrive')) or status = 'Voided'");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(r => r.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(r => r.Note).HasMaxLength(Referral.NoteMaxLength);
        builder.HasIndex(r => r.Number).HasDatabaseName("ux_referrals_number").IsUnique();
        builder.Property(r => r.OverrideReason).HasMaxLength(Referral.NoteMaxLength);
        builder.Property(r => r.ReviewNote).HasMaxLength(Referral.NoteMaxLength);
        builder.Property(r => r.VoidReason).HasMaxLength(Referral.NoteMaxLength);
        builder.HasIndex(r => r.NeedId).HasDatabaseName(OneAcceptancePerNeed).IsUnique().HasFilter(In(ReferralLifecycle.IsPlaced));
        builder.HasIndex(r => new { r.NeedId, r.ProviderServiceId }).HasDatabaseName(AskedOnce).IsUnique().HasFilter(In(ReferralLifecycle.IsLive));
        builder.HasIndex(r => new { r.NeedId, r.StatusSince }).HasDatabaseName("ix_referrals_need_id");
        builder.HasIndex(r => r.SentAt).HasDatabaseName("ix_referrals_overridden").HasFilter("override_reason is not null");
        builder.HasIndex(r => r.ParentId).HasFilter("parent_id is not null");
        builder.HasIndex(r => r.CaseId);
        // How long a provider takes to answer is read from this index alone.
        builder.HasIndex(r => new { r.ProviderServiceId, r.AnsweredAt }).HasDatabaseName("ix_referrals_answered")
            .IncludeProperties(r => r.SentAt).HasFilter("answered_at is not null");
        // Foreign keys bypass row security, so each carries what ties it to the right parent.
        builder.HasOne<Victim>().WithMany().HasForeignKey(r => new { r.VictimId, r.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Need>().WithMany().HasForeignKey(r => new { r.NeedId, r.VictimId })
            .HasPrincipalKey(n => new { n.Id, n.VictimId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consent>().WithMany().HasForeignKey(r => new { r.ConsentId, r.VictimId })
            .HasPrincipalKey(c => new { c.Id, c.VictimId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProviderService>().WithMany().HasForeignKey(r => new { r.ProviderServiceId, r.ToUnitId, r.ToAgencyId })
            .HasPrincipalKey(s => new { s.Id, s.UnitId, s.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => new { r.FromUnitId, r.FromAgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Referral>().WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(r => r.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(r => r.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Events).WithOne().HasForeignKey(e => e.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Disclosures).WithOne().HasForeignKey(d => d.ReferralId).OnDelete(DeleteBehavior.Restrict);
    }

    private static string In(Func<ReferralStatus, bool> states) =>
        $"status in ({string.Join(", ", Enum.GetValues<ReferralStatus>().Where(states).Select(s => $"'{s}'"))})";
}

internal sealed class ReferralEventMapping : IEntityTypeConfiguration<ReferralEvent>
{
    public void Configure(EntityTypeBuilder<ReferralEvent> builder)
    {
        builder.ToTable("referral_events", TipSomDbContext.Casework);
        builder.Property(e => e.Id).ValueGeneratedNever();
        // The steps are numbered, so two requests cannot both write the same one.
        builder.HasIndex(e => new { e.ReferralId, e.Position }).HasDatabaseName(ReferralMapping.OneEventPerStep).IsUnique();
    }
}

internal sealed class DisclosureMapping : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("disclosures", TipSomDbContext.Casework);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Consent>().WithMany().HasForeignKey(d => d.ConsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ReferralId, d.Stage, d.Version }).HasDatabaseName("ux_disclosures_referral_id_stage_version").IsUnique();
    }
}

internal sealed class DisclosureOpeningMapping : IEntityTypeConfiguration<DisclosureOpening>
{
    public void Configure(EntityTypeBuilder<DisclosureOpening> builder)
    {
        builder.ToTable("disclosure_openings", TipSomDbContext.Casework);
        builder.HasIndex(o => o.At);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(o => new { o.DisclosureId, o.ReferralId })
            .HasPrincipalKey(d => new { d.Id, d.ReferralId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.ReferralId, o.At });
    }
}

internal sealed class ArrivalArrangementMapping : IEntityTypeConfiguration<ArrivalArrangement>
{
    public void Configure(EntityTypeBuilder<ArrivalArrangement> builder)
    {
        builder.ToTable("arrival_arrangements", TipSomDbContext.Casework);
        builder.HasKey(a => a.ReferralId);
        builder.HasOne<Referral>().WithOne().HasForeignKey<ArrivalArrangement>(a => a.ReferralId).OnDelete(DeleteBehavior.Restrict);
    }
}
