using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Data.Mapping;

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("postings", TipSomDbContext.IdentitySchema, t =>
        {
            t.HasCheckConstraint("ck_postings_days", "until_day >= from_day");
            t.HasCheckConstraint("ck_postings_not_by_oneself", "made_by_id <> user_id and ended_by_id <> user_id");
            t.HasCheckConstraint("ck_postings_ended", "(until_day is null) = (ended_at is null) and (until_day is null) = (end_reason is null)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.EndedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.WorkToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.DecisionsToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.UnitId, p.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleProposalMapping : IEntityTypeConfiguration<RoleProposal>
{
    public void Configure(EntityTypeBuilder<RoleProposal> builder)
    {
        builder.ToTable("role_proposals", TipSomDbContext.IdentitySchema, t =>
        {
            t.HasCheckConstraint("ck_role_proposals_two_people", "decided_by_id <> proposed_by_id and decided_by_id <> user_id or is_confirmed is not true");
            t.HasCheckConstraint("ck_role_proposals_not_for_oneself", "proposed_by_id <> user_id");
            t.HasCheckConstraint("ck_role_proposals_decided", "(decided_at is null) = (is_confirmed is null) and (decided_at is null) = (decided_by_id is null)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.DisplayName).HasMaxLength(User.DisplayNameMaxLength);
        builder.Property(p => p.UserName).HasMaxLength(256);
        builder.Property(p => p.Email).HasMaxLength(256);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.EndsAt).HasDatabaseName("ix_role_proposals_waiting").HasFilter("decided_at is null");
    }
}
