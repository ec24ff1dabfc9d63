/** All real records with an expectation written by hand, of every area. Adds nothing to them. */
import type { ExpectedEvent } from "./expected-event.ts";
import { REAL_EVENTS_ANALYTICS } from "./real-events-analytics.ts";
import { REAL_EVENTS_BUCKETS } from "./real-events-buckets.ts";
import { REAL_EVENTS_CREATIONS } from "./real-events-creations.ts";
import { REAL_EVENTS_DATABASES } from "./real-events-databases.ts";
import { REAL_EVENTS_DEVELOPMENT } from "./real-events-development.ts";
import { REAL_EVENTS_FUNCTIONS } from "./real-events-functions.ts";
import { REAL_EVENTS_IMAGES } from "./real-events-images.ts";
import { REAL_EVENTS_INSTANCES } from "./real-events-instances.ts";
import { REAL_EVENTS_INTELLIGENCE } from "./real-events-intelligence.ts";
import { REAL_EVENTS_INTERFACES } from "./real-events-interfaces.ts";
import { REAL_EVENTS_MANAGEMENT } from "./real-events-management.ts";
import { REAL_EVENTS_NETWORK } from "./real-events-network.ts";
import { REAL_EVENTS_OBJECTS } from "./real-events-objects.ts";
import { REAL_EVENTS_OUTCOMES } from "./real-events-outcomes.ts";
import { REAL_EVENTS_ROLES } from "./real-events-roles.ts";
import { REAL_EVENTS_SECRETS } from "./real-events-secrets.ts";
import { REAL_EVENTS_SESSIONS } from "./real-events-sessions.ts";
import { REAL_EVENTS_SYSTEMS } from "./real-events-systems.ts";
import { REAL_EVENTS_TRAILS } from "./real-events-trails.ts";
import { REAL_EVENTS_USERS } from "./real-events-users.ts";

export const REAL_EVENTS: readonly ExpectedEvent[] = [
  ...REAL_EVENTS_ANALYTICS,
  ...REAL_EVENTS_BUCKETS,
  ...REAL_EVENTS_CREATIONS,
  ...REAL_EVENTS_DATABASES,
  ...REAL_EVENTS_DEVELOPMENT,
  ...REAL_EVENTS_FUNCTIONS,
  ...REAL_EVENTS_IMAGES,
  ...REAL_EVENTS_INSTANCES,
  ...REAL_EVENTS_INTELLIGENCE,
  ...REAL_EVENTS_INTERFACES,
  ...REAL_EVENTS_MANAGEMENT,
  ...REAL_EVENTS_NETWORK,
  ...REAL_EVENTS_OBJECTS,
  ...REAL_EVENTS_OUTCOMES,
  ...REAL_EVENTS_ROLES,
  ...REAL_EVENTS_SECRETS,
  ...REAL_EVENTS_SESSIONS,
  ...REAL_EVENTS_SYSTEMS,
  ...REAL_EVENTS_TRAILS,
  ...REAL_EVENTS_USERS,
];
